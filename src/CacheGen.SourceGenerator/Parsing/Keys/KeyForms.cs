using System.Text;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// What a part of a key can write, as a regular expression: what CacheKeyHandler makes of all values of a type. Two keys can be equal only where
/// their forms overlap. Enums are taken to have a value that has a name.
/// </summary>
internal static class KeyForms
{
    public const string Null = "%null";

    /// <summary>All that is no letter of an escape, and half of a surrogate pair, is percent-encoded.</summary>
    private const string Escaped = "%[0-7][0-9A-F]|%uD[89A-F][0-9A-F]{2}";

    private const string Character = $"([0-9A-Za-z._~\u0080-\uFFFF-]|{Escaped})";

    public const string Text = Character + "*";
    public const string NonEmpty = Character + "+";
    public const string Lower = $"([0-9a-z._~\u0080-\uFFFF-]|{Escaped})*";
    public const string Upper = $"([0-9A-Z._~\u0080-\uFFFF-]|{Escaped})*";
    public const string Hash = "[0-9a-f]{32}";

    /// <summary>Of a hole whose type nobody knows: text, or what lists and records write.</summary>
    public const string Unknown = $@"({Text}|{Null}|\(({Character}|[(),\[\]]|{Null})*\)|\[({Character}|[(),\[\]]|{Null})*\])";

    private static readonly Dictionary<string, string> s_ofTypes = new()
    {
        ["System.SByte"] = Integer(3, true),
        ["System.Byte"] = Integer(3, false),
        ["System.Int16"] = Integer(5, true),
        ["System.UInt16"] = Integer(5, false),
        ["System.Int32"] = Integer(10, true),
        ["System.UInt32"] = Integer(10, false),
        ["System.Int64"] = Integer(19, true),
        ["System.UInt64"] = Integer(20, false),
        ["System.IntPtr"] = Integer(19, true),
        ["System.UIntPtr"] = Integer(20, false),
        ["System.Int128"] = Integer(39, true),
        ["System.UInt128"] = Integer(39, false),
        ["System.Numerics.BigInteger"] = "(0|-?[1-9][0-9]*)",
        ["System.Boolean"] = "(true|false)",
        ["System.Char"] = Character,
        ["System.Decimal"] = @"-?[0-9]{1,29}(\.[0-9]{1,28})?",
        ["System.Single"] = Real,
        ["System.Double"] = Real,
        ["System.Half"] = Real,
        ["System.Guid"] = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        ["System.DateOnly"] = "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        ["System.TimeOnly"] = @"[0-9]{6}(\.[0-9]{1,7})?",
        ["System.TimeSpan"] = @"-?([0-9]{1,8}\.)?[0-9]{2}%3A[0-9]{2}%3A[0-9]{2}(\.[0-9]{7})?",
        ["System.DateTime"] = @"[0-9]{8}T[0-9]{6}(\.[0-9]{1,7})?[ZL]?",
        ["System.DateTimeOffset"] = @"[0-9]{8}T[0-9]{6}(\.[0-9]{1,7})?~-?[0-9]{1,3}",
    };

    private const string Real = @"(-?[0-9]+(\.[0-9]+)?(E(-|%2B)[0-9]+)?|NaN|-?Infinity)";

    /// <summary>Of a value that is one part; any text for types that format themselves.</summary>
    public static string Of(ITypeSymbol type) =>
        s_ofTypes.TryGetValue(type.FullName(), out var form) ? form
        : type.TypeKind == TypeKind.Enum ? OfEnum((INamedTypeSymbol)type)
        : Text;

    /// <summary>A form to which null is added.</summary>
    public static string OrNull(string form, bool mayBeNull = true) => mayBeNull ? $"({form}|{Null})" : form;

    /// <summary>Literal text of a key.</summary>
    public static string Literal(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (@"\()[]{}|*+?.^$".IndexOf(c) >= 0)
                form.Append('\\');
            form.Append(c);
        }

        return form.ToString();
    }

    /// <summary>What a hole writes of a text.</summary>
    public static string Written(string text) =>
        Literal(string.Concat(text.Select(c => c >= 0x80 || char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '~' ? c.ToString() : $"%{(int)c:X2}")));

    public static string Integer(int digits, bool isSigned) => $"(0|{(isSigned ? "-?" : "")}[1-9][0-9]{{0,{digits - 1}}})";

    private static string OfEnum(INamedTypeSymbol type)
    {
        var names = string.Join("|", type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(field => field.Name));
        if (names.Length == 0)
            return Of(type.EnumUnderlyingType!);
        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "FlagsAttribute" });
        return isFlags ? $"(0|({names})(%2C%20({names}))*)" : $"({names})";
    }
}
