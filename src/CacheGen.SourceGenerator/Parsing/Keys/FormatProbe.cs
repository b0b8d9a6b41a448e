using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Tries a format on a sample of its type, so that a wrong one fails in the editor and not on the first call.</summary>
internal static class FormatProbe
{
    private static readonly Dictionary<string, IFormattable> s_samples = new()
    {
        ["System.Int32"] = 1,
        ["System.Int64"] = 1L,
        ["System.Int16"] = (short)1,
        ["System.Byte"] = (byte)1,
        ["System.UInt32"] = 1u,
        ["System.UInt64"] = 1ul,
        ["System.Decimal"] = 1m,
        ["System.Double"] = 1d,
        ["System.Single"] = 1f,
        ["System.Guid"] = Guid.Empty,
        ["System.DateTime"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        ["System.DateTimeOffset"] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ["System.TimeSpan"] = TimeSpan.Zero,
    };

    /// <summary>True only where the format certainly fails; types without a sample are left to run time.</summary>
    public static bool IsInvalid(ITypeSymbol type, string format)
    {
        IFormattable? sample = type.TypeKind == TypeKind.Enum ? DayOfWeek.Monday : null;
        if (sample is null && !s_samples.TryGetValue(type.FullName(), out sample))
            return false;
        // A number to a billion digits is valid, and takes the editor's memory.
        if (format.Length > 4 && format.Skip(1).All(char.IsDigit))
            return true;
        try
        {
            _ = sample.ToString(format, CultureInfo.InvariantCulture);
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
