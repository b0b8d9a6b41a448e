using System.Runtime.CompilerServices;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>What the project lets FusionCache write values with.</summary>
internal sealed class DeclaredSerializer
{
    private const string Engine = "CacheGen.FusionCacheExtensions";
    private const string Serializers = "ZiggyCreatures.Caching.Fusion.Serialization";
    private const string Entry = "FusionCacheDistributedEntry";

    private static readonly ConditionalWeakTable<Compilation, DeclaredSerializer> s_all = new();

    private static readonly HashSet<string> s_calls = ["WithSystemTextJsonSerializer", "AddFusionCacheSystemTextJsonSerializer", "FusionCacheSystemTextJsonSerializer"];

    private DeclaredSerializer(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypesByMetadataName(Engine).IsEmpty || !IsSystemTextJsonAlone(compilation.GlobalNamespace))
            return;
        var options = Options(compilation, cancellationToken).ToArray();
        IsDefault = options.Length == 0;
        // Of several options, or what is not understood, nothing is known.
        Context = options.Length == 1 ? ContextIn(options[0], compilation, cancellationToken) : null;
    }

    /// <summary>It is System.Text.Json, and no options are seen to change what it does.</summary>
    public bool IsDefault { get; }

    /// <summary>The JsonSerializerContext that alone tells it the types.</summary>
    public INamedTypeSymbol? Context { get; }

    public static DeclaredSerializer Of(AnalyzedType type) => s_all.GetValue(type.Compilation, compilation => new DeclaredSerializer(compilation, type.CancellationToken));

    /// <summary>Whether the context was told of entries with a value of this type: that is what FusionCache writes.</summary>
    public bool Knows(ITypeSymbol value) => Context!.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "JsonSerializableAttribute" && attribute.ConstructorArguments is { Length: > 0 } arguments
        && arguments[0].Value is INamedTypeSymbol { Name: Entry, TypeArguments: { Length: 1 } held } && SymbolEqualityComparer.Default.Equals(held[0], value));

    private static bool IsSystemTextJsonAlone(INamespaceSymbol root)
    {
        var found = root;
        foreach (var name in Serializers.Split('.'))
            found = found?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == name);
        return found?.GetNamespaceMembers().Select(inner => inner.Name).SequenceEqual(["SystemTextJson"]) == true;
    }

    private static IEnumerable<ExpressionSyntax> Options(Compilation compilation, CancellationToken cancellationToken) => compilation.SyntaxTrees
        .Where(tree => tree.GetText(cancellationToken).ToString().Contains("SystemTextJsonSerializer"))
        .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes())
        .Select(node => node switch
        {
            InvocationExpressionSyntax call when s_calls.Contains(NameOf(call.Expression)) => call.ArgumentList,
            ObjectCreationExpressionSyntax creation when s_calls.Contains(NameOf(creation.Type)) => creation.ArgumentList,
            _ => null,
        })
        .Where(arguments => arguments?.Arguments.Count > 0)
        .Select(arguments => arguments!.Arguments[0].Expression);

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary><c>TheContext.Default.Options</c>, or options that say nothing but <c>TypeInfoResolver = TheContext.Default</c>.</summary>
    private static INamedTypeSymbol? ContextIn(ExpressionSyntax options, Compilation compilation, CancellationToken cancellationToken)
    {
        var context = options switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Options", Expression: var resolver } => resolver,
            BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer.Expressions: { Count: 1 } said }
                when said[0] is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "TypeInfoResolver" }, Right: var resolver } => resolver,
            _ => null,
        };
        if (context is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Default", Expression: var type })
            return null;
        var named = compilation.GetSymbolsWithName(NameOf(type), SymbolFilter.Type, cancellationToken).OfType<INamedTypeSymbol>()
            .Where(symbol => symbol.BasesOf().Any(t => t.FullName() == "System.Text.Json.Serialization.JsonSerializerContext")).ToArray();
        return named.Length == 1 ? named[0] : null;
    }
}
