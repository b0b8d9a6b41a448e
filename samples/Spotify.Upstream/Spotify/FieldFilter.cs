using System.Text.Json.Nodes;

namespace Dj.Upstream.Spotify;

/// <summary>
/// The <c>fields</c> parameter: "id,tracks.total" and "tracks(total,items(track(id)))" name what is kept of a document, "!tracks" what is
/// left out of it.
/// </summary>
internal sealed class FieldFilter
{
    private readonly Dictionary<string, FieldFilter> _kept = [];
    private readonly HashSet<string> _excluded = [];

    /// <summary>Null where there is an error in it.</summary>
    public static FieldFilter? Parse(string fields)
    {
        var at = 0;
        var filter = new FieldFilter();
        return filter.TryReadList(fields, ref at) && at == fields.Length ? filter : null;
    }

    public JsonNode? Apply(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(Apply)]),
        JsonObject document => new JsonObject(document.Where(field => Keeps(field.Key)).Select(field => KeyValuePair.Create(
            field.Key,
            _kept.TryGetValue(field.Key, out var filter) ? filter.Apply(field.Value) : field.Value?.DeepClone()))),
        _ => node?.DeepClone(),
    };

    private bool Keeps(string name) => (_kept.Count == 0 || _kept.ContainsKey(name)) && !_excluded.Contains(name);

    private bool TryReadList(string fields, ref int at)
    {
        do
        {
            if (!TryReadField(fields, ref at))
                return false;
        }
        while (Reads(',', fields, ref at));
        return true;
    }

    private bool TryReadField(string fields, ref int at)
    {
        var excluded = Reads('!', fields, ref at);
        var begin = at;
        while (at < fields.Length && (char.IsAsciiLetterOrDigit(fields[at]) || fields[at] == '_'))
            at++;

        var name = fields[begin..at];
        if (name.Length == 0 || (excluded && !_excluded.Add(name)))
            return false;
        if (excluded)
            return true;

        if (!_kept.TryGetValue(name, out var within))
            _kept[name] = within = new FieldFilter();
        return Reads('.', fields, ref at) ? within.TryReadField(fields, ref at)
            : !Reads('(', fields, ref at) || (within.TryReadList(fields, ref at) && Reads(')', fields, ref at));
    }

    private static bool Reads(char expected, string fields, ref int at)
    {
        var found = at < fields.Length && fields[at] == expected;
        if (found)
            at++;

        return found;
    }
}
