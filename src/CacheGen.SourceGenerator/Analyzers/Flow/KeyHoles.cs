using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>What of a method's parameters is in its key.</summary>
internal sealed class KeyHoles
{
    /// <summary>Members that say which one of its kind a thing is; what else is read of it follows from that.</summary>
    private static readonly HashSet<string> s_identities = ["Id", "ID", "Guid", "Uid", "Uuid", "Key"];

    private readonly List<(IParameterSymbol Parameter, string Path)> _holes = [];

    private KeyHoles()
    {
    }

    /// <summary>The method whose attribute says the key: of a batch the one whose entries it shares, if it shares any.</summary>
    public required AnalyzedMethod Said { get; init; }

    /// <summary>The template; null where the key is made of all parameters, or by a method.</summary>
    public string? Template { get; private init; }

    /// <summary>Null where nobody knows.</summary>
    public static KeyHoles? Of(AnalyzedType type, AnalyzedMethod method)
    {
        if (method.Cached is not { } model)
            return null;
        var said = method.Parsed is BatchMethod { OwnsItem: false }
            ? type.Methods.FirstOrDefault(other => other.Parsed is MethodModel single && single.Id == model.Id)
            : method;
        if (said is null)
            return null;

        var template = said.Context.Argument<string>(KeyFrom.Property) is null ? said.Context.Argument<string>("Key") : null;
        var holes = new KeyHoles { Said = said, Template = template };
        var read = template is null
            ? model.Key.Reads.Select(name => (name, ""))
            : KeyTemplate.Split(template, (_, _) => { }).Where(item => item.Path is not null).Select(item => (item.Path![0], string.Join(".", item.Path.Skip(1))))
                .Concat(model.Key.Scopes.Where(scope => scope.Service is null).Select(scope => (scope.Argument, "")));
        foreach (var (name, path) in read)
        {
            if (method.Symbol.Parameters.FirstOrDefault(parameter => IsCalled(method, parameter, name.TrimStart('@'))) is { } parameter)
                holes._holes.Add((parameter, path));
        }

        return holes;
    }

    /// <summary>What the key holds of a parameter: members, or an empty path for all of it.</summary>
    public IReadOnlyList<string> PathsOf(IParameterSymbol parameter) =>
        [.. _holes.Where(hole => SymbolEqualityComparer.Default.Equals(hole.Parameter, parameter)).Select(hole => hole.Path)];

    /// <summary>
    /// Whether what is read of a parameter that is in the key in part is in it, too. All of it, or a member that leads to one in the key,
    /// may be read to get just there: then nobody knows.
    /// </summary>
    public bool Covers(IParameterSymbol parameter, string read) => PathsOf(parameter).Any(path => path.LeadsTo(read) || read.LeadsTo(path) || IsIdentityOf(parameter, path, read));

    // {user.Id} says which user; {order.Customer.Id} which customer of it.
    private bool IsIdentityOf(IParameterSymbol parameter, string path, string read)
    {
        var dot = path.LastIndexOf('.');
        var name = path.Substring(dot + 1);
        var owner = dot < 0 ? "" : path.Substring(0, dot);
        return owner.LeadsTo(read) && (s_identities.Contains(name)
            || (name.EndsWith("Id", StringComparison.Ordinal)
                && MemberPath.TypeAt(Said.Context.InKey(parameter).Type, owner, Said.Context)?.Name.StartsWith(name.Substring(0, name.Length - 2), StringComparison.Ordinal) == true));
    }

    private static bool IsCalled(AnalyzedMethod method, IParameterSymbol parameter, string name) => parameter.Name == name
        || method.Context.InKey(parameter).Name == name
        || (method.Parsed is BatchMethod batch && batch.Ids.TrimStart('@') == parameter.Name && batch.Id.TrimStart('@') == name);
}
