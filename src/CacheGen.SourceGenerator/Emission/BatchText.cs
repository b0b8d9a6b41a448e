using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>What batches, and single methods that are loaded in batches, hand to the run time.</summary>
internal sealed class BatchText
{
    public const string Batch = "global::CacheGen.CompilerServices.Batch";
    private const string Nothing = "default(global::CacheGen.CompilerServices.NoArguments)";

    private readonly NamedMethod _item;
    private readonly BatchSourceModel _source;
    private readonly string _typeArguments;
    private readonly string _ids;
    private readonly string _id;
    private readonly string[] _others;

    /// <param name="item">Whose keys the items have.</param>
    /// <param name="signature">The method that is written.</param>
    /// <param name="source">Its source.</param>
    /// <param name="ids">Its parameter that is, or holds, the ids.</param>
    /// <param name="id">What the key calls an id.</param>
    public BatchText(NamedMethod item, SignatureModel signature, BatchSourceModel source, string ids, string id)
    {
        _item = item;
        _source = source;
        _typeArguments = signature.TypeParameterList;
        _ids = ids;
        _id = id;
        _others = [.. signature.Parameters.Where(parameter => !parameter.IsCancellationToken && parameter.Name != ids).Select(parameter => parameter.Name)
            .Concat(item.HandleScopes)];
    }

    /// <summary>The instance, and the arguments beside the ids.</summary>
    public string State => $"{(_source.IsStatic ? Nothing : "this")}, {(_others.Length switch { 0 => Nothing, 1 => _others[0], _ => $"({string.Join(", ", _others)})" })}";

    /// <summary>The key of an id. Its lines are indented as one argument of several.</summary>
    public string Key
    {
        get
        {
            var read = _others.Where(name => _item.Model.Key.Reads.Contains(name) || _item.HandleScopes.Contains(name)).ToArray();
            var args = read.Length == 0 ? Fresh("_", _id) : _others.Length == 1 ? read[0] : Names.Free(["args", "args_"], name => name == _id || read.Contains(name));
            var lines = (_others.Length > 1 ? read.Select(name => $"var {name} = {Member(args, name)};") : [])
                .Concat(_item.Model.Key.NeverNull.Where(expression => IsOfId(expression) && expression != _id)
                    .Select(expression => $"global::System.ArgumentNullException.ThrowIfNull({expression});"))
                .ToArray();
            return lines.Length == 0
                ? $"static ({_id}, {args}) => {_item.KeyExpression}"
                : $"static ({_id}, {args}) =>\n    {{\n{string.Concat(lines.Select(line => $"        {line}\n"))}        return {_item.KeyExpression};\n    }}";
        }
    }

    /// <summary>The call of the source, and its result as pairs of ids and values.</summary>
    public string Source
    {
        get
        {
            var args = _others.Length switch { 0 => "_", 1 => _others[0], _ => "args" };
            var self = Fresh(_source.IsStatic ? "_" : "self", args);
            var ids = Fresh("ids", args);
            var ct = Fresh("ct", args);
            var arguments = _source.Arguments.Select(argument => argument.IsCancellationToken ? ct
                : argument.Parameter == _ids ? _source.Ids.Replace("{0}", ids)
                : (_others.Length == 1 ? args : Member(args, argument.Parameter)) + (argument.NeedsSuppression ? "!" : ""));
            var call = $"{(_source.IsStatic ? "" : self + ".")}{_source.Name}{_typeArguments}({string.Join(", ", arguments)})";
            return _source.IsAsynchronous
                ? $"static async ({self}, {ids}, {args}, {ct}) => {_source.Pairs.Replace("{0}", $"await {call}.ConfigureAwait(false)")}"
                : $"static ({self}, {ids}, {args}, {ct}) => new({_source.Pairs.Replace("{0}", call)})";
        }
    }

    /// <summary>Whether something that must not be null is, or is read of, an id.</summary>
    public bool IsOfId(string expression) => expression == _id
        || (expression.StartsWith(_id, StringComparison.Ordinal) && expression[_id.Length] is '.' or '?');

    /// <summary>The load of a single-item method whose source is this one.</summary>
    public static string Join(NamedMethod method, string table, string key, string? token)
    {
        var window = method.Model.Window!;
        var text = new BatchText(method, method.Model.Signature, window.Source, window.Id, window.Id);
        return $"""
            {Batch}.JoinTask(
                    {table}, {key}, {window.Id}, {text.State},
                    {text.Key.Replace("\n", "\n    ")},
                    {text.Source},
                    window: {PolicyText.Code(window.Ticks)}{(window.MaxBatch > 0 ? $", maxBatch: {window.MaxBatch}" : "")}{(window.Source.IsAsynchronous ? "" : ", isSynchronous: true")}{(token is null ? "" : $", cancellationToken: {token}")})
            """;
    }

    // Item1, ToString and so on name something else in a tuple.
    private string Member(string tuple, string name) =>
        MethodEmitter.IsTupleMember(name) ? $"{tuple}.Item{Array.IndexOf(_others, name) + 1}" : $"{tuple}.{name}";

    // A parameter called _ is written with an @, and then no other may be a discard.
    private static string Fresh(string name, string taken) => Names.Free([name, name + "_"], candidate => Names.Identifier(candidate) == taken);
}
