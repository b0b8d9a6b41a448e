using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>CG2004: the answer depends on what the key lacks.</summary>
internal static class UnkeyedRead
{
    /// <summary>The text that adds what lacks to the template; absent where no hole can hold it.</summary>
    public const string Holes = nameof(Holes);

    /// <summary>A message that names more, and a key that holds more, nobody reads.</summary>
    private const int MostNamed = 5;

    public static void Check(AnalyzedType type, AnalyzedMethod method, SourceReads reads, Action<Diagnostic> report)
    {
        if (KeyHoles.Of(type, method) is not { } key)
            return;
        foreach (var (own, parameter) in LoadedBy.Arguments(method, reads.Source))
        {
            if (parameter is null || !HoleResolver.IsKeyPart(parameter))
                continue;
            var read = reads.Parameters.Where(read => SymbolEqualityComparer.Default.Equals(read.Parameter, own) && read.Use != Use.Guard)
                .OrderBy(read => read.Where.SpanStart).ToArray();
            var isInKey = key.PathsOf(parameter).Count > 0;
            var lacking = read.Where(read => isInKey ? IsLacking(key, parameter, read) : TellsOneCallFromAnother(method, parameter, read)).ToArray();
            if (lacking.Length > 0)
                report(Describe(method, key, parameter, isInKey || !lacking.Any(read => read.Path.Length == 0), lacking, reads.Source));
        }
    }

    private static bool IsLacking(KeyHoles key, IParameterSymbol parameter, ParameterRead read) => read.Path.Length > 0
        && !key.Covers(parameter, read.Path)
        && !IsLeftOut(parameter, read.Path)
        && TellsOneCallFromAnother(key.Said, parameter, read);

    // [NotInKey] on a member of a record is the author's word.
    private static bool IsLeftOut(IParameterSymbol parameter, string path)
    {
        var first = path.Split('.')[0];
        return parameter.Type.BasesOf().SelectMany(type => type.GetMembers(first)).Any(KeyMembers.IsLeftOut);
    }

    /// <summary>
    /// Whether it is something that is asked, and not something that helps to answer: an API that is passed as an argument, say. What could be a key part
    /// is, and what is no key part for being code (a predicate, a stream); of others what holds data, unless it is only called.
    /// </summary>
    private static bool TellsOneCallFromAnother(AnalyzedMethod method, IParameterSymbol parameter, ParameterRead read)
    {
        var type = MemberPath.TypeAt(method.Context.InKey(parameter).Type, read.Path, method.Context);
        if (type is null)
            return read.Use == Use.Read;
        if (type.IsService())
            return false;
        if (type.IsServiceOrInput() || IsSequence(type) || CanBeKeyPart(type, method.Context))
            return true;
        return read.Use == Use.Read && (type is ITypeParameterSymbol or IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object } || HoleResolver.MembersOf(type.Unwrapped(), method.Context).Any(member =>
                (member is IFieldSymbol || (member is IPropertySymbol property && property.IsStored())) && CanBeKeyPart(member.HeldType(), method.Context)));
    }

    private static bool IsSequence(ITypeSymbol type) => type.AllInterfaces.Append(type).Any(candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool CanBeKeyPart(ITypeSymbol type, ParseContext context) =>
        !type.IsServiceOrInput() && KeyTypes.ShapeOf(type, "value", "Value", type.MayBeNull(), new KeyPath(context), out _) is not null;

    private static Diagnostic Describe(
        AnalyzedMethod method, KeyHoles key, IParameterSymbol parameter, bool byMembers, ParameterRead[] lacking, IMethodSymbol source)
    {
        var name = method.Context.InKey(parameter).Name;
        var paths = byMembers ? lacking.Select(read => $"{name}.{read.Path}").Distinct().OrderBy(path => path, StringComparer.Ordinal).ToArray() : [name];
        // Of two that lead to one another the shorter holds both.
        paths = [.. paths.Where(path => !paths.Any(other => other != path && other.LeadsTo(path)))];
        var canBeHoles = paths.Length <= MostNamed && key.Template is not null && SymbolEqualityComparer.Default.Equals(key.Said.Symbol, method.Symbol) && paths.All(path =>
            MemberPath.TypeAt(method.Context.InKey(parameter).Type, path.Substring(name.Length).TrimStart('.'), method.Context) is { } type && CanBeKeyPart(type, method.Context));
        var holes = string.Concat(paths.Select(path => $":{{{path}}}"));
        var what = string.Join(" and ", paths.Take(MostNamed).Select(path => $"'{path}'")) + (paths.Length > MostNamed ? " and more" : "");
        var advice = canBeHoles ? $"add {string.Join(" and ", paths.Select(path => $"{{{path}}}"))} to the key" : "let the key tell the difference";
        return Diagnostic.Create(
            Rules.UnkeyedRead, parameter.Locations.FirstOrDefault(), lacking.Select(read => read.Where.GetLocation()).Distinct(),
            canBeHoles ? ImmutableDictionary<string, string?>.Empty.Add(Holes, holes) : null,
            what, source.Name, advice, parameter.Name);
    }
}
