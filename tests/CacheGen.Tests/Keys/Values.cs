using System.Numerics;

namespace CacheGen.Tests.Keys;

/// <summary>One method for each type that can be a key part; their keys are the method's name and the argument.</summary>
[CachePrefix("v")]
internal sealed partial class Values(MethodCache cache)
{
    [Cached] public partial int Int(int value);
    [Cached] public partial int OptionalInt(int? value);
    [Cached] public partial int Long(long value);
    [Cached] public partial int UnsignedByte(byte value);
    [Cached] public partial int Native(nint value);
    [Cached] public partial int Int128(Int128 value);
    [Cached] public partial int Big(BigInteger value);
    [Cached] public partial int Decimal(decimal value);
    [Cached] public partial int Double(double value);
    [Cached] public partial int Float(float value);
    [Cached] public partial int Half(Half value);
    [Cached] public partial int Char(char value);
    [Cached] public partial int OptionalChar(char? value);
    [Cached] public partial int Bool(bool value);
    [Cached] public partial int OptionalBool(bool? value);
    [Cached] public partial int Text(string value);
    [Cached] public partial int OptionalText(string? value);
    [Cached] public partial int Guid(Guid value);
    [Cached] public partial int Enum(Speed value);
    [Cached] public partial int OptionalEnum(Speed? value);
    [Cached] public partial int Flags(Sides value);
    [Cached] public partial int DateTime(DateTime value);
    [Cached] public partial int OptionalDateTime(DateTime? value);
    [Cached] public partial int DateTimeOffset(DateTimeOffset value);
    [Cached] public partial int DateOnly(DateOnly value);
    [Cached] public partial int TimeOnly(TimeOnly value);
    [Cached] public partial int TimeSpan(TimeSpan value);
    [Cached] public partial int Uri(Uri value);
    [Cached] public partial int OptionalUri(Uri? value);
    [Cached] public partial int Version(Version value);
    [Cached] public partial int Own(Celsius value);
    [Cached] public partial int OptionalOwn(Celsius? value);

    private static int IntCore(int value) => value;
    private static int OptionalIntCore(int? value) => value ?? -1;
    private static int LongCore(long value) => (int)value;
    private static int UnsignedByteCore(byte value) => value;
    private static int NativeCore(nint value) => (int)value;
    private static int Int128Core(Int128 value) => value.GetHashCode();
    private static int BigCore(BigInteger value) => value.GetHashCode();
    private static int DecimalCore(decimal value) => value.GetHashCode();
    private static int DoubleCore(double value) => value.GetHashCode();
    private static int FloatCore(float value) => value.GetHashCode();
    private static int HalfCore(Half value) => value.GetHashCode();
    private static int CharCore(char value) => value;
    private static int OptionalCharCore(char? value) => value ?? -1;
    private static int BoolCore(bool value) => value ? 1 : 0;
    private static int OptionalBoolCore(bool? value) => value is true ? 1 : 0;
    private static int TextCore(string value) => value.Length;
    private static int OptionalTextCore(string? value) => value?.Length ?? -1;
    private static int GuidCore(Guid value) => value.GetHashCode();
    private static int EnumCore(Speed value) => (int)value;
    private static int OptionalEnumCore(Speed? value) => (int)(value ?? 0);
    private static int FlagsCore(Sides value) => (int)value;
    private static int DateTimeCore(DateTime value) => value.Year;
    private static int OptionalDateTimeCore(DateTime? value) => value?.Year ?? -1;
    private static int DateTimeOffsetCore(DateTimeOffset value) => value.Year;
    private static int DateOnlyCore(DateOnly value) => value.Year;
    private static int TimeOnlyCore(TimeOnly value) => value.Hour;
    private static int TimeSpanCore(TimeSpan value) => value.Days;
    private static int UriCore(Uri value) => value.OriginalString.Length;
    private static int OptionalUriCore(Uri? value) => value?.OriginalString.Length ?? -1;
    private static int VersionCore(Version value) => value.Major;
    private static int OwnCore(Celsius value) => value.Degrees;
    private static int OptionalOwnCore(Celsius? value) => value?.Degrees ?? -1;
}

internal enum Speed
{
    Slow,
    Fast,
}

[Flags]
internal enum Sides
{
    None = 0,
    Left = 1,
    Right = 2,
}

/// <summary>A value type of the user's that formats itself, and for which the culture counts unless it is told.</summary>
internal readonly struct Celsius(int degrees) : IFormattable
{
    public int Degrees => degrees;

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        (format == "K" ? degrees + 273 : degrees).ToString(formatProvider) + (format ?? "C");
}
