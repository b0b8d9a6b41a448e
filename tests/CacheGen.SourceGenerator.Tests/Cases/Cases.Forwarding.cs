using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>Members of every shape, passed on by a decorator. It wraps a proxy, which answers with what was called.</summary>
    private static readonly Dictionary<string, UserCase> s_forwarding = new()
    {
        ["parameters and returns of every kind"] = Types(
            """
            using System.Diagnostics.CodeAnalysis;
            using System.Runtime.CompilerServices;

            internal interface IShapes
            {
                int Cached(int id);
                void In(in int a, ref int b, out int c, ref readonly int d);
                ref int Slot(int index);
                ref readonly int ReadOnlySlot(scoped in int index);
                ref int Property { get; }
                ref readonly int this[in int index] { get; }
                Span<int> Slice(Span<int> all, scoped ReadOnlySpan<char> name, scoped ref Span<int> other);
                int Sum(string name, params int[] numbers);
                (int A, string? B) Tuple((int X, (string Y, int?[] Z)?) value, List<(int? First, int)> more);
                dynamic Dynamic(dynamic a, in int b, dynamic? c, List<dynamic> d, ref dynamic e);
                nint Native(nuint a, nint? b);
                unsafe int* Pointer(int* p, delegate*<int, void> f, void*[] v);
                string Keyword(int @class, string @this, int inner, int value, int @await, int Inner);
                Task WaitAsync(CancellationToken ct);
                ValueTask<T?> Value<T>(T? value) where T : struct;
                T? Any<T>(T? value);
                T? Reference<T>(T? value) where T : class?;
                T Both<T, U>(T t, U? u) where T : notnull, new() where U : class, IEnumerable<T?>;
                unsafe void Unmanaged<T>(T* value, ReadOnlySpan<T> span) where T : unmanaged, Enum;
                IAsyncEnumerable<string?> Stream(int id, CancellationToken ct = default);
                void Defaults(int a = 1, string? b = "a\\\"\n{0}", char c = '\'', DayOfWeek d = DayOfWeek.Friday, DayOfWeek? e = DayOfWeek.Monday, decimal f = 1.50m, float g = 1.5f, double h = double.NaN, float i = float.NegativeInfinity,
                    long j = long.MinValue, ulong k = ulong.MaxValue, bool l = true, Guid m = default, string n = null!, byte o = 255, nint p = -5, object? q = null, int? r = 3, double s = 1e300, CancellationToken t = default, Enum? u = null);
                string Caller(int a, [CallerMemberName] string name = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(a))] string? expression = null);
                bool Try(string? key, [NotNullWhen(true)] out string? value, [MaybeNullWhen(false)] out List<int> list);
                [return: NotNullIfNotNull(nameof(text))] string? Echo(string? text);
                [return: MaybeNull] T Maybe<T>([AllowNull] T value);
                [AllowNull] string Allowed { get; set; }
                [DisallowNull] string? Disallowed { get; set; }
                [DoesNotReturn] void Throw([NotNull] object? value);
                [Obsolete("old", DiagnosticId = "OLD1")] int Old(int id);
                [Obsolete("gone", true)] int Gone { get; set; }
                [RequiresUnreferencedCode("trim")] object Create([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicFields)] Type type);
                int Writable { set; }
                event EventHandler? Plain;
                event Action<(int A, string? B)> Tuples;
            }
            #pragma warning disable CS0618, CS0612, CS0619, CS0067, CS8618, CS8763, OLD1, IL2026
            internal sealed class Shapes : IShapes
            {
                private int _slot = 5;
                public int Calls;
                public int Cached(int id) => id + Calls++;
                public void In(in int a, ref int b, out int c, ref readonly int d) { b += a; c = d; }
                public ref int Slot(int index) => ref _slot;
                public ref readonly int ReadOnlySlot(scoped in int index) => ref _slot;
                public ref int Property => ref _slot;
                public ref readonly int this[in int index] => ref _slot;
                public Span<int> Slice(Span<int> all, scoped ReadOnlySpan<char> name, scoped ref Span<int> other) => all[1..];
                public int Sum(string name, params int[] numbers) => numbers.Sum();
                public (int A, string? B) Tuple((int X, (string Y, int?[] Z)?) value, List<(int? First, int)> more) => (value.X, "b");
                public dynamic Dynamic(dynamic a, in int b, dynamic? c, List<dynamic> d, ref dynamic e) { e = 3; return a; }
                public nint Native(nuint a, nint? b) => 1;
                public unsafe int* Pointer(int* p, delegate*<int, void> f, void*[] v) => p;
                public string Keyword(int @class, string @this, int inner, int value, int @await, int Inner) => $"{@class}{@this}{inner}{value}{@await}{Inner}";
                public Task WaitAsync(CancellationToken ct) => Task.CompletedTask;
                public ValueTask<T?> Value<T>(T? value) where T : struct => new(value);
                public T? Any<T>(T? value) => value;
                public T? Reference<T>(T? value) where T : class? => value;
                public T Both<T, U>(T t, U? u) where T : notnull, new() where U : class, IEnumerable<T?> => t;
                public unsafe void Unmanaged<T>(T* value, ReadOnlySpan<T> span) where T : unmanaged, Enum => *value = span[0];
                public async IAsyncEnumerable<string?> Stream(int id, [EnumeratorCancellation] CancellationToken ct) { await Task.Yield(); yield return $"s{id}"; }
                public string? Given;
                public void Defaults(int a, string? b, char c, DayOfWeek d, DayOfWeek? e, decimal f, float g, double h, float i, long j, ulong k, bool l, Guid m, string n, byte o, nint p, object? q, int? r, double s, CancellationToken t, Enum? u) =>
                    Given = FormattableString.Invariant($"{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m} {n} {o} {p} {q} {r} {s} {u}");
                public string Caller(int a, string name, int line, string? expression) => $"{name} {line > 0} {expression}";
                public bool Try(string? key, [NotNullWhen(true)] out string? value, [MaybeNullWhen(false)] out List<int> list) { value = key; list = []; return key is not null; }
                [return: NotNullIfNotNull(nameof(text))] public string? Echo(string? text) => text;
                [return: MaybeNull] public T Maybe<T>([AllowNull] T value) => value;
                [AllowNull] public string Allowed { get; set; } = "";
                [DisallowNull] public string? Disallowed { get; set; }
                [DoesNotReturn] public void Throw([NotNull] object? value) => throw new NotSupportedException();
                public int Old(int id) => id;
                public int Gone { get; set; }
                public object Create(Type type) => type;
                public int Writable { set => _slot = value; }
                public event EventHandler? Plain;
                public event Action<(int A, string? B)> Tuples;
            }
            internal sealed partial class Decorator(IShapes inner, MethodCache cache) : IShapes { [Cached] public partial int Cached(int id); }
            internal static class Use
            {
                public static string All(Shapes shapes, Decorator it)
                {
                    var b = 1;
                    var four = 4; it.In(2, ref b, out var c, in four);
                    it.Slot(0) += it.ReadOnlySlot(1) + it.Property + it[0];
                    Span<int> span = [1, 2, 3];
                    dynamic e = 1;
                    dynamic d = it.Dynamic("d", 1, null, [], ref e);
                    it.Defaults();
                    var given = shapes.Given;
                    ((IShapes)it).Defaults();
                    it.Try("k", out var value, out var list);
                    it.Writable = 9;
                    var day = DayOfWeek.Monday;
                    unsafe { it.Unmanaged(&day, [DayOfWeek.Friday]); }
                    return $"{b}{c} {it.Slot(0)} {it.Slice(span, "", ref span).Length} {it.Sum("", 1, 2, 3)} {it.Tuple((1, null), []).B} {d}{e} {it.Keyword(1, "t", 2, 3, 4, 5)} {it.Any("any")} {day} "
                        + $"{given == shapes.Given} {given} {it.Caller(1 + 1)} {value} {it.Echo("e").Length} {it.Cached(1)}{it.Cached(1)} {it.Both<char, string>('1', "")}";
                }
            }
            """,
            """await new Func<Shapes, Task<string>>(async s => { await new Decorator(s, cache).WaitAsync(default); return Use.All(s, new Decorator(s, cache)) + (await new Decorator(s, cache).Value<int>(3)) + await new Decorator(s, cache).Stream(1).GetAsyncEnumerator().MoveNextAsync(); })(new Shapes())""",
            "34 9 2 6 b d3 1t2345 any Friday True 1 a\\\"\n{0} ' Friday Monday 1.50 1.5 NaN -Infinity -9223372036854775808 18446744073709551615 True 00000000-0000-0000-0000-000000000000  255 -5  3 1E+300  All True 1 + 1 k 1 11 13True"),

        ["members that collide"] = Types(
            """
            internal interface ILeft { string Name(int id); int Both { get; } string Kind(); event Action? Twice; string Get(int id); }
            internal interface IRight { string Name(int id); int Both { get; set; } string Kind { get; } event Action? Twice; }
            internal interface IBase { string Hidden { get; } object Fetch(int id); int Overload(int a); }
            internal interface IDerived : ILeft, IRight, IBase { new string Hidden { get; } new string Fetch(int id); int Overload(object a); }
            internal interface INames { int ToString(int radix); string GetType(); int MemberwiseClone { get; } string Decorator(); int Methods { get; } int Cache(); int CachedMethods { get; } string this[string Item] { get; } bool Equals(INames? other); int Finalize { get; } int Inner { get; } string T(); }
            internal sealed class All : IDerived, INames
            {
                string ILeft.Name(int id) => "left"; string IRight.Name(int id) => "right";
                int ILeft.Both => 1; int IRight.Both { get => 2; set { } }
                string ILeft.Kind() => "kind()"; string IRight.Kind => "kind";
                event Action? ILeft.Twice { add { } remove { } } event Action? IRight.Twice { add { } remove { } }
                string IBase.Hidden => "base"; public string Hidden => "derived";
                object IBase.Fetch(int id) => "base"; public string Fetch(int id) => "derived";
                int IBase.Overload(int a) => 1; public int Overload(object a) => 2;
                public string Get(int id) => $"get{id}";
                int INames.ToString(int radix) => radix; string INames.GetType() => "type"; int INames.MemberwiseClone => 1; string INames.Decorator() => "d"; int INames.Methods => 3; int INames.Cache() => 4; int INames.CachedMethods => 5;
                string INames.this[string Item] => Item; bool INames.Equals(INames? other) => true; int INames.Finalize => 6; int INames.Inner => 7; string INames.T() => "t";
            }
            internal abstract class Ground { protected string Name(int id) => "ground"; public int Overload => 1; }
            internal sealed partial class Decorator<T>(All inner, MethodCache cache) : Ground, IDerived, INames { public T? Value { get; init; } [Cached] public partial string Get(int id); public string this[int i] => "own"; }
            internal sealed partial record Copied(ICopied Wrapped, MethodCache Store) : ICopied { [Cached] public partial string Get(int id); }
            internal interface ICopied { string Get(int id); ICopied Clone(); bool PrintMembers(int a); int EqualityContract { get; } void Deconstruct(out int a); }
            internal sealed class Copy : ICopied { public string Get(int id) => "c"; public ICopied Clone() => this; public bool PrintMembers(int a) => true; public int EqualityContract => 8; public void Deconstruct(out int a) => a = 9; }
            internal static class Use
            {
                public static string All(Decorator<int> d) => Derived(d, d) + Names(d, d);
                private static string Derived(Decorator<int> d, IDerived i) =>
                    $"{((ILeft)i).Name(1)} {((IRight)i).Name(1)} {((ILeft)i).Both} {((IRight)i).Both} {((ILeft)i).Kind()} {((IRight)i).Kind} {((IBase)i).Hidden} {d.Hidden} {((IBase)i).Fetch(1)} {d.Fetch(1)} {((IBase)i).Overload(1)} {i.Overload((object)1)} {d.Get(1)} {i.Get(1)} ";
                private static string Names(Decorator<int> d, INames i) =>
                    $"{d.ToString(2)} {i.GetType()} {i.MemberwiseClone} {i.Decorator()} {d.Methods} {d.Cache()} {d.CachedMethods} {i["x"]} {d["y"]} {d[1]} {i.Equals(null)} {i.Finalize} {d.Inner} {i.T()}";
                public static string Copied(ICopied c) { c.Deconstruct(out var a); return $" {c.Get(1)} {c.Clone().Get(1)} {c.PrintMembers(1)} {c.EqualityContract} {a}"; }
            }
            """,
            """Use.All(new Decorator<int>(new All(), cache)) + Use.Copied(new Copied(new Copy(), cache))""",
            "left right 1 2 kind() kind base derived base derived 1 2 get1 get1 2 type 1 d 3 4 5 x y own True 6 7 t c c True 8 9"),

        ["default members and members of one's own"] = Types(
            """
            internal interface IRoot { string Root() => "default root"; string Explicit() => "default explicit"; internal string Internal() => "default internal"; protected string Protected() => "p"; private string Private() => "x"; sealed string Sealed() => "sealed" + Private() + Protected(); static string Static() => "static"; const int Constant = 1; static virtual int Virtual => 1; class Nested; }
            internal interface IDefaults : IRoot { string Get(int id); string Name { get => "default name"; set { } } string IRoot.Explicit() => "derived explicit"; int ReadOnly { get; } event Action Changed { add => value(); remove { } } }
            internal sealed class Overrides : IDefaults { public string Get(int id) => "get"; public string Root() => "overridden"; string IRoot.Internal() => "overridden internal"; public int ReadOnly => 1; public string Name { get; set; } = "own name"; }
            internal sealed class Plain : IDefaults { public string Get(int id) => "get"; public int ReadOnly => 2; }
            internal sealed partial class Decorator(IDefaults inner, MethodCache cache) : IDefaults { [Cached(Key = "{id}")] public partial string Get(int id); public int ReadOnly => 3; }
            internal static class Use
            {
                public static string All(IDefaults i) { var changed = 0; i.Changed += () => changed++; i.Name += "!"; return $"{i.Get(1)} {i.Root()}, {i.Explicit()}, {i.Internal()}, {i.Sealed()}, {i.Name} {i.ReadOnly} {changed}; "; }
            }
            """,
            """Use.All(new Decorator(new Overrides(), cache)) + Use.All(new Decorator(new Plain(), cache)) + new Decorator(new Plain(), cache).Root()""",
            "get overridden, derived explicit, overridden internal, sealedxp, own name! 3 1; get default root, derived explicit, default internal, sealedxp, default name 3 1; default root"),

        ["several interfaces, and what is in between"] = Types(
            """
            internal interface IRead : IDisposable { Task<int> ReadAsync(int id); }
            internal interface IWrite : IDisposable { void Write(int id); }
            internal interface IBoth : IRead, IWrite { new void Write(int id); string Name { get; } }
            internal interface IOther<in TIn, out TOut> { TOut Convert(TIn value); }
            internal interface IMarker;
            internal class Store : IBoth, IOther<object, string>, IMarker
            {
                public List<string> Log { get; } = [];
                public Task<int> ReadAsync(int id) { Log.Add("read"); return Task.FromResult(id); }
                public void Write(int id) => Log.Add("write"); void IWrite.Write(int id) => Log.Add("base write");
                public string Name => "name"; public string Convert(object value) => $"{value}"; public void Dispose() => Log.Add("dispose");
            }
            internal sealed partial class One(IBoth store, MethodCache cache) : IBoth { [Cached] public partial Task<int> ReadAsync(int id); }
            internal sealed partial class Narrow(IBoth store, MethodCache cache) : IRead { [Cached] public partial Task<int> ReadAsync(int id); }
            internal sealed partial class Two(IRead read, IWrite write, MethodCache cache) : IRead, IWrite { [Cached] public partial Task<int> ReadAsync(int id); void IDisposable.Dispose() { read.Dispose(); write.Dispose(); } }
            internal sealed partial class Variant(IRead read, IOther<object, string> other, MethodCache cache) : IRead, IOther<string, object>, IMarker { [Cached] public partial Task<int> ReadAsync(int id); }
            internal abstract partial class Abstract(IBoth store, MethodCache cache) : IBoth { [Cached] public virtual partial Task<int> ReadAsync(int id); public abstract string Name { get; } }
            internal sealed class Concrete(IBoth store, MethodCache cache) : Abstract(store, cache) { public override string Name => "concrete"; }
            internal static partial class Outer<T> where T : class, IBoth { internal sealed partial class Nested(T store, MethodCache cache) : IBoth { [Cached] public partial Task<int> ReadAsync(int id); } }
            internal static class Use
            {
                public static async Task<string> All(Store s, IRead it)
                {
                    using (it)
                    {
                        await it.ReadAsync(1);
                        await it.ReadAsync(1);
                        (it as IWrite)?.Write(1);
                        (it as IBoth)?.Write(1);
                        s.Log.Add((it as IBoth)?.Name + (it as IOther<string, object>)?.Convert("v"));
                    }
                    var said = string.Join(' ', s.Log);
                    s.Log.Clear();
                    return said + "; ";
                }
            }
            """,
            """await new Func<Store, Task<string>>(async s => await Use.All(s, new One(s, cache)) + await Use.All(s, new Narrow(s, cache)) + await Use.All(s, new Two(s, s, cache)) + await Use.All(s, new Variant(s, s, cache)) + await Use.All(s, new Concrete(s, cache)) + await Use.All(s, new Outer<Store>.Nested(s, cache)))(new Store())""",
            "read base write write name dispose; read  dispose; read base write  dispose dispose; read v dispose; read base write write concrete dispose; read base write write name dispose; "),

        ["interfaces less visible than their decorators"] = Types(
            """
            #pragma warning disable CS1591
            internal sealed record Secret(int Id);
            internal interface ISecrets { Task<int> CountAsync(int id); Secret Get(int id); Secret? Last { get; } event Action<Secret> Found; void Plain(); internal void Internal(); int Set { get; internal set; } }
            internal sealed class Secrets : ISecrets { public Task<int> CountAsync(int id) => Task.FromResult(id); public Secret Get(int id) => new(id); public Secret? Last => null; public event Action<Secret> Found { add => value(new(5)); remove { } } public void Plain() { } void ISecrets.Internal() { } public int Set { get; private set; } int ISecrets.Set { get => 8; set => Set = value; } }
            public sealed partial class Cached : ISecrets { private readonly ISecrets _inner; private readonly MethodCache _cache; internal Cached(ISecrets inner, MethodCache cache) => (_inner, _cache) = (inner, cache); [Cached] public partial Task<int> CountAsync(int id); }
            internal static partial class Outer
            {
                private interface IHidden { int Get(int id); Part Next(Part part); }
                private sealed class Part;
                private sealed class Hidden : IHidden { public int Get(int id) => id; public Part Next(Part part) => part; }
                private sealed partial class Cached(IHidden inner, MethodCache cache) : IHidden { [Cached] public partial int Get(int id); }
                public static string Run(MethodCache cache) => $"{new Cached(new Hidden(), cache).Get(3)} {((IHidden)new Cached(new Hidden(), cache)).Next(new()) is null}";
            }
            public partial class Open { internal interface IPart { int Get(int id); Secret Show(); } protected partial class Cached { private readonly IPart _part; private readonly MethodCache _cache; internal Cached(IPart part, MethodCache cache) => (_part, _cache) = (part, cache); [Cached] public partial int Get(int id); } protected partial class Cached : IPart; }
            internal static class Use { public static string All(Cached c, ISecrets i) { var found = 0; i.Found += s => found = s.Id; c.Plain(); i.Internal(); return $"{i.Get(1).Id} {i.Last is null} {found} {i.Set}"; } }
            """,
            """new Func<Cached, string>(c => Use.All(c, c))(new Cached(new Secrets(), cache)) + " " + Outer.Run(cache)""",
            "1 True 5 8 3 False"),

        ["interfaces that know no nullability"] = Types(
            """
            #nullable disable
            internal interface IOld { string Get(int id); string Name { get; set; } List<string> All(string first, object[] more); event EventHandler Changed; T Pick<T>(T one) where T : class; string this[string key] { get; } }
            internal class Old : IOld { public string Get(int id) => null; public string Name { get; set; } public List<string> All(string first, object[] more) => [first]; public event EventHandler Changed { add { } remove { } } public T Pick<T>(T one) where T : class => one; public string this[string key] => key; }
            internal sealed partial class Unaware(IOld old, MethodCache cache) : IOld { [Cached] public partial string Get(int id); }
            #nullable enable
            internal sealed partial class Aware(IOld old, MethodCache cache) : IOld { [Cached] public partial string? Get(int id); }
            """,
            """$"{new Unaware(new Old(), cache).Get(1) is null} {new Aware(new Old(), cache).Get(1) is null} {new Aware(new Old(), cache).Pick("p")} {new Unaware(new Old(), cache)["k"]}" """,
            "True True p k"),

        ["constraints and parameters of newer C#"] = Types(
            """
            internal interface INew { int Get(int id); int Count<T>(scoped T value) where T : allows ref struct; int Sum(params ReadOnlySpan<int> numbers); int All(params List<int> numbers); T? Same<T>(Func<T?> get) where T : class?; }
            internal sealed class New : INew { public int Get(int id) => id; public int Count<T>(scoped T value) where T : allows ref struct => 1; public int Sum(params ReadOnlySpan<int> numbers) => numbers.Length; public int All(params List<int> numbers) => numbers.Count; public T? Same<T>(Func<T?> get) where T : class? => get(); }
            internal sealed partial class Decorator(INew inner, MethodCache cache) : INew { [Cached] public partial int Get(int id); }
            internal sealed partial class Clash<T>(INew inner, MethodCache cache) : INew { public T? Value { get; init; } [Cached] public partial int Get(int id); }
            """,
            """$"{new Decorator(new New(), cache).Count<Span<int>>([1])} {new Decorator(new New(), cache).Sum(1, 2)} {new Decorator(new New(), cache).All(1, 2, 3)} {((INew)new Clash<int>(new New(), cache)).Count<Span<int>>([1])}" """,
            "1 2 3 1", LanguageVersion.CSharp13),
    };
}
