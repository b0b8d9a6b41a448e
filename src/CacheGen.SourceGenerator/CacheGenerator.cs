using System.Text;
using CacheGen.SourceGenerator.Declarations;
using CacheGen.SourceGenerator.Emission;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator;

/// <summary>attribute → parse → model → emit. This class only wires the steps; diagnostics come from the analyzers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CacheGenerator : IIncrementalGenerator
{
    internal const string DeclarationsStep = "Declarations";
    internal const string FilesStep = "Files";
    internal const string ParseStep = "Parse";
    internal const string GroupStep = "Group";
    internal const string CatalogStep = "Catalog";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // An edit in a body ends at the first step; one of a declaration at the second, but for the files that could see it.
        var methods = context.CompilationProvider
            .Select(DeclaredCompilation.Of)
            .WithTrackingName(DeclarationsStep)
            .SelectMany(static (compilation, _) => AnnotatedFile.In(compilation))
            .WithTrackingName(FilesStep)
            .Select(FileParser.Parse)
            .WithTrackingName(ParseStep)
            .Collect()
            .Select(static (files, _) => MethodParsers.Order(files.SelectMany(static file => file)));
        var types = methods
            .SelectMany(static (methods, _) => MethodNames.Group(methods))
            .WithTrackingName(GroupStep);

        context.RegisterSourceOutput(types, static (context, type) =>
            context.AddSource(type.FileName, SourceText.From(TypeEmitter.Emit(type), Encoding.UTF8)));

        var catalog = methods
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (both, _) => CatalogParser.Parse(both.Left, both.Right))
            .WithTrackingName(CatalogStep);
        var isPageAskedFor = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(CatalogMarkdown.Property, out var path) && path.Length > 0);

        // No code names what is in these files, so an editor may leave them until the build.
        context.RegisterImplementationSourceOutput(catalog.Combine(isPageAskedFor), static (context, both) =>
        {
            if (both.Left is not { } catalog)
                return;
            context.AddSource(CatalogEmitter.FileName, SourceText.From(CatalogEmitter.Emit(catalog), Encoding.UTF8));
            if (both.Right)
                context.AddSource(CatalogMarkdown.FileName, SourceText.From(CatalogMarkdown.Emit(catalog), Encoding.UTF8));
        });
    }
}
