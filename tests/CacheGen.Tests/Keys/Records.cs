namespace CacheGen.Tests.Keys;

[CachePrefix("r")]
internal sealed partial class Records(MethodCache cache)
{
    [Cached] public partial int Record(Search search);
    [Cached] public partial int OptionalRecord(Search? search);
    [Cached] public partial int RecordStruct(Corner corner, Spot? spot);
    [Cached] public partial int Struct(Plain plain);
    [Cached] public partial int Tuple((int Id, string Name) pair, (int, (bool, char?))? nested);
    [Cached] public partial int Inherited(Derived derived);
    [Cached] public partial int Generic(Box<DateTime> box);
    [Cached] public partial int LeftOut(Traced traced, [NotInKey] string requestId, int page);
    [Cached] public partial int SameNames(int id, int Id, Corner idX, int equals, int sameNamesKey);

    private static int RecordCore(Search search) => 0;
    private static int OptionalRecordCore(Search? search) => 0;
    private static int RecordStructCore(Corner corner, Spot? spot) => 0;
    private static int StructCore(Plain plain) => 0;
    private static int TupleCore((int Id, string Name) pair, (int, (bool, char?))? nested) => 0;
    private static int InheritedCore(Derived derived) => 0;
    private static int GenericCore(Box<DateTime> box) => 0;
    private static int LeftOutCore(Traced traced, string requestId, int page) => 0;
    private static int SameNamesCore(int id, int Id, Corner idX, int equals, int sameNamesKey) => 0;
}

internal record Search(string Text, Speed? Speed, Address Address, Address? Second);

internal sealed record FilteredSearch(string Text, int Filter) : Search(Text, null, new Address("", null), null);

internal struct Plain
{
    public int X;
    public string? Y { get; set; }
}

internal record Base(int A);

internal sealed record Derived(int A, int B) : Base(A);

internal sealed record Box<T>(T Value);

internal sealed record Traced(string Text, [NotInKey] string TraceId, [property: NotInKey] object Context)
{
    [NotInKey]
    public int Attempt { get; init; }
}
