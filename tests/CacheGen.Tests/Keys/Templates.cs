namespace CacheGen.Tests.Keys;

/// <summary>One method for each thing that a template can say.</summary>
[CachePrefix("t")]
internal sealed partial class Templates(MethodCache cache)
{
    [Cached(Key = "a:{id}/b?{name}#{{{id:X4}}}")] public partial int Literals(int id, string name);
    [Cached(Key = "{user.Id}:{user.Name}")] public partial int Path(User user);
    [Cached(Key = "{user.Address.City|norm}")] public partial int DeepPath(User user);
    [Cached(Key = "{user.Id},{user.Name},{user.Born:yyyy},{user.Home},{user.Home.Lat},{user.Home.Corner.X},{user.Address.City},{user.Address}")]
    public partial int OptionalPath(User? user);
    [Cached(Key = "{user.Speed ?? Fast}:{user.Id ?? -7}")] public partial int OptionalPathDefault(User? user);
    [Cached(Key = "{spot.Lat}:{spot.Corner.X}:{spot.Corner}")] public partial int OptionalStruct(Spot? spot);
    [Cached(Key = "{named.Name}")] public partial int ThroughInterface(INamed named);
    [Cached(Key = "{amount:0.00}:{day:yyyy-MM-dd}:{heat:K}:{speed:D}")] public partial int Formats(decimal amount, DateTime day, Celsius heat, Speed speed);
    [Cached(Key = "{amount:0.00}:{day:yyyy-MM-dd}:{heat:K}:{speed:D}")] public partial int OptionalFormats(decimal? amount, DateTime? day, Celsius? heat, Speed? speed);
    [Cached(Key = "{a|norm}:{b|lower}:{c|upper}")] public partial int Transforms(string? a, string? b, string? c);
    [Cached(Key = "{text|hash}")] public partial int HashText(string? text);
    [Cached(Key = "{id|hash}:{home|hash}:{tags|hash}")] public partial int HashOthers(int? id, Spot? home, string[]? tags);
    [Cached(Key = "{artist|norm|upper|hash}:{tags|set|hash}:{day:yyyy|hash}")] public partial int Chain(string artist, string[] tags, DateTime day);
    [Cached(Key = "{speed:G|lower}:{day:MMMM|upper ?? never}")] public partial int FormatThenTransform(Speed speed, DateTime? day);
    [Cached(Key = "{sort ?? added}:{page ?? 1}:{all ?? true}:{speed ?? Fast}:{size ?? -5}")]
    public partial int Defaults(string? sort, int? page, bool? all, Speed? speed, sbyte? size);
    [Cached(Key = "{sort|norm ?? a b\\\"}")] public partial int DefaultText(string? sort);
    [Cached(Key = "versioned:{id}", Version = 3)] public partial int Versioned(int id);
    [Cached(Key = "constant")] public partial int Constant([NotInKey] int id);
    [Cached(Key = "{@class}:{@class}")] public partial int Twice(int @class);

    private static int LiteralsCore(int id, string name) => id;
    private static int PathCore(User user) => 0;
    private static int DeepPathCore(User user) => 0;
    private static int OptionalPathCore(User? user) => 0;
    private static int OptionalPathDefaultCore(User? user) => 0;
    private static int OptionalStructCore(Spot? spot) => 0;
    private static int ThroughInterfaceCore(INamed named) => 0;
    private static int FormatsCore(decimal amount, DateTime day, Celsius heat, Speed speed) => 0;
    private static int OptionalFormatsCore(decimal? amount, DateTime? day, Celsius? heat, Speed? speed) => 0;
    private static int TransformsCore(string? a, string? b, string? c) => 0;
    private static int HashTextCore(string? text) => 0;
    private static int HashOthersCore(int? id, Spot? home, string[]? tags) => 0;
    private static int ChainCore(string artist, string[] tags, DateTime day) => 0;
    private static int FormatThenTransformCore(Speed speed, DateTime? day) => 0;
    private static int DefaultsCore(string? sort, int? page, bool? all, Speed? speed, sbyte? size) => 0;
    private static int DefaultTextCore(string? sort) => 0;
    private static int VersionedCore(int id) => 0;
    private static int ConstantCore(int id) => 0;
    private static int TwiceCore(int @class) => 0;
}

internal interface INamed
{
    string Name { get; }
}

/// <summary>A class: it has no stable value itself, but members that do.</summary>
internal sealed class User : INamed
{
    public int Id { get; init; }
    public string Name { get; init; } = "";
    public DateTime Born { get; init; }
    public Spot Home { get; init; }
    public Speed Speed { get; init; }
    public Address? Address { get; init; }
    string INamed.Name => "interface";
}

internal sealed record Address(string City, string? Street);

internal readonly record struct Spot(double Lat, Corner Corner);

internal readonly record struct Corner(int X);
