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

    /// <summary>Whether what is read of a parameter that is in the key in part is in it, too, as far as anybody knows.</summary>
    public bool Covers(IParameterSymbol parameter, string read) => PathsOf(parameter).Any(path => Relates(parameter, path, read));

    /// <summary>
    /// Whether a hole says something of what is read. All of a value, or a member that leads to the hole's, may be read to get just there; what a
    /// property computes may be made of anything beside it; and <c>{user.Id}</c> says which user it is, <c>{order.Customer.Id}</c> which customer of it.
    /// </summary>
    public bool Relates(IParameterSymbol parameter, string path, string read)
    {
        if (path.LeadsTo(read) || read.LeadsTo(path))
            return true;
        var dot = path.LastIndexOf('.');
        var name = path.Substring(dot + 1);
        var owner = dot < 0 ? "" : path.Substring(0, dot);
        if (!owner.LeadsTo(read) || MemberPath.TypeAt(Said.Context.InKey(parameter).Type, owner, Said.Context) is not { } type)
            return false;
        return s_identities.Contains(name)
            || (name.EndsWith("Id", StringComparison.Ordinal) && type.Name.StartsWith(name.Substring(0, name.Length - 2), StringComparison.Ordinal))
            || (HoleResolver.MembersOf(type.Unwrapped(), Said.Context).FirstOrDefault(member => member.Name == name) is IPropertySymbol property && !property.IsStored());
    }

    private static bool IsCalled(AnalyzedMethod method, IParameterSymbol parameter, string name) => parameter.Name == name
        || method.Context.InKey(parameter).Name == name
        || (method.Parsed is BatchMethod batch && batch.Ids.TrimStart('@') == parameter.Name && batch.Id.TrimStart('@') == name);
}
