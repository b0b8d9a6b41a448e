namespace CacheGen.Configuration;

/// <summary>
/// Ids of methods, <c>Namespace.Type.Method&lt;T&gt;(parameter types)</c>, and the shorter names that people may call them by: without the
/// parameters, without the type parameters too, and from the type on.
/// </summary>
internal static class MethodNames
{
    /// <summary>Whether the name may stand for the method of this id.</summary>
    public static bool IsNameOf(string name, string id) => Path(name).Contains('.', StringComparison.Ordinal) && FormsOf(id).Any(form =>
        form.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (form.Length == name.Length || form[^(name.Length + 1)] == '.'));

    /// <summary>The method's name, as explicit as another that may be meant for it: from the type on, or more of it.</summary>
    public static string LikeIn(string name, string id)
    {
        var form = name.Contains('(', StringComparison.Ordinal) ? id : Path(id);
        var dots = Math.Max(1, Path(name).Count(c => c == '.'));
        var path = Path(form);
        var start = path.Length;
        for (var dot = 0; dot <= dots && start > 0; dot++)
            start = path.LastIndexOf('.', start - 1) is >= 0 and var at ? at : 0;
        return form[(start == 0 ? 0 : start + 1)..];
    }

    /// <summary>The full name of the type.</summary>
    public static string TypeOf(string id) => Path(id) is var path && path.LastIndexOf('.') is > 0 and var dot ? path[..dot] : "";

    /// <summary>The id without the type arguments of a closed generic.</summary>
    public static string Open(string id) => id.IndexOf(" [", StringComparison.Ordinal) is > 0 and var end ? id[..end] : id;

    private static string[] FormsOf(string id) => [id, Before(id, '('), Path(id)];

    private static string Path(string name) => Before(Before(name, '('), '<');

    private static string Before(string text, char mark) => text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;
}
