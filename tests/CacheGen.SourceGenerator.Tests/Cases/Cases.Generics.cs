using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>Type parameters of methods and types, and what they are bound to.</summary>
    private static readonly Dictionary<string, UserCase> s_generics = new()
    {
        ["constraints that overrides inherit"] = Types(
            """
            internal interface IThing { string Name { get; } }
            internal sealed class Thing : IThing { public string Name => "thing"; }
            internal sealed record Box<T>(string Name) where T : class, IThing, new();
            internal abstract class Base
            {
                public abstract Task<Box<T>> BoxAsync<T>(int id) where T : class, IThing, new();
                public abstract T? Maybe<T>(int id);
                public abstract T? Class<T>(int id) where T : class;
                public virtual string Plain<T>(T id) where T : struct, Enum => "";
            }
            internal sealed partial class Catalog(MethodCache cache) : Base
            {
                [Cached] public override partial Task<Box<T>> BoxAsync<T>(int id);
                private Task<Box<T>> BoxCoreAsync<T>(int id) where T : class, IThing, new() => Task.FromResult(new Box<T>(new T().Name));
                [Cached] public override partial T? Maybe<T>(int id) where T : default;
                private T? MaybeCore<T>(int id) => default;
                [Cached] public override partial T? Class<T>(int id) where T : class;
                private T? ClassCore<T>(int id) where T : class => null;
                [Cached] public override partial string Plain<T>(T id);
                private string PlainCore<T>(T id) where T : struct, Enum => $"{id}";
            }
            """,
            """$"{(await new Catalog(cache).BoxAsync<Thing>(1)).Name} {new Catalog(cache).Maybe<int>(1)} {new Catalog(cache).Class<string>(2) ?? "none"} {new Catalog(cache).Plain(DayOfWeek.Monday)}" """,
            "thing 0 none Monday"),

        ["constraints of every kind"] = Types(
            """
            internal class Base;
            internal interface ITree<TSelf> where TSelf : ITree<TSelf>;
            internal sealed class Leaf : Base, ITree<Leaf>, IComparable<Leaf?> { public int CompareTo(Leaf? other) => 0; }
            internal sealed partial class Store<TKey, TItem>(MethodCache cache) where TKey : struct, IFormattable where TItem : class?
            {
                [Cached] public partial string A<T>(int id) where T : Base;
                private string ACore<T>(int id) where T : Base => typeof(T).Name;
                [Cached] public partial string B<T>(int id) where T : Base?, ITree<T>;
                private string BCore<T>(int id) where T : Base?, ITree<T> => typeof(T).Name;
                [Cached] public partial string C<T>(int id) where T : IComparable<T?>?;
                private string CCore<T>(int id) where T : IComparable<T?>? => typeof(T).Name;
                [Cached] public partial T? D<T>(int id) where T : class?;
                private T? DCore<T>(int id) where T : class? => null;
                [Cached] public partial T? E<T>(int id) where T : notnull;
                private T? ECore<T>(int id) where T : notnull => default;
                [Cached] public partial Task<T[]> F<T, U, V>(TKey key, [NotInKey] TItem? other) where T : struct, U where U : IFormattable where V : Delegate, ICloneable;
                private Task<T[]> FCore<T, U, V>(TKey key, TItem? other) where T : struct, U where U : IFormattable where V : Delegate, ICloneable => Task.FromResult(new T[1]);
                [Cached] public partial T? G<T>(int id) where T : struct;
                private T? GCore<T>(int id) where T : struct => null;
                [Cached] public partial TItem H(TKey key);
                private TItem HCore(TKey key) => null!;
                [Cached] public partial T I<T>(int id) where T : new();
                private T ICore<T>(int id) where T : new() => new();
                [Cached] public partial T? J<T>(int id);
                private T JCore<T>(int id) => default!;
                [Cached] public partial Dictionary<T, TItem?[]>? K<T>([NotInKey] T value) where T : notnull, IEquatable<T>;
                private Dictionary<T, TItem?[]> KCore<T>(T value) where T : notnull, IEquatable<T> => new() { [value] = [] };
            }
            """,
            """$"{new Store<int, string>(cache).A<Leaf>(1)} {new Store<int, string>(cache).B<Leaf>(1)} {new Store<int, string>(cache).C<string>(1)} {new Store<int, string>(cache).E<string>(1) ?? "none"} {(await new Store<Guid, string>(cache).F<int, IFormattable, Action>(default, null)).Length} {new Store<int, string>(cache).I<DateTime>(1).Year} {new Store<int, string>(cache).K(3)!.Count}" """,
            "Leaf Leaf String none 1 1 1"),

        ["closed types have entries of their own"] = Types(
            """
            internal static partial class Store<T>
            {
                private static int s_calls;
                [Cached] public static partial string Get<U>(int id, MethodCache c);
                private static string GetCore<U>(int id, MethodCache c) => $"{typeof(T).Name}{typeof(U).Name}{id}{++s_calls}";
                [Cached] public static partial Task<T?> DefaultAsync(MethodCache c);
                private static Task<T?> DefaultCoreAsync(MethodCache c) => Task.FromResult<T?>(default);
                internal readonly partial struct Inner<V>(MethodCache cache)
                {
                    [Cached] public partial string Name(int id);
                    private string NameCore(int id) => $"{typeof(T).Name}{typeof(V).Name}";
                }
            }
            """,
            """$"{Store<int>.Get<int>(1, cache)} {Store<int>.Get<long>(1, cache)} {Store<int>.Get<int>(1, cache)} {Store<long>.Get<int>(1, cache)} {Store<int>.Cache.Get<int>(cache, 1).Key} {await Store<int>.DefaultAsync(cache)} {new Store<int>.Inner<long>(cache).Name(1)}" """,
            "Int32Int3211 Int32Int6412 Int32Int3211 Int64Int3211 Store<System.Int32;System.Int32>:Get:1 0 Int32Int64"),

        ["handles of methods constrained to hidden types"] = One(
            """
                private interface ISecret;
                private sealed class Secret : ISecret;
                [Cached] private partial string A<T>(int id) where T : ISecret;
                private string ACore<T>(int id) where T : ISecret => typeof(T).Name;
                [Cached] private partial Wrap<Secret>.Inner B(int id);
                private Wrap<Secret>.Inner BCore(int id) => new(id);
                internal static class Wrap<T> { internal readonly record struct Inner(int Id); }
                public string Show() => A<Secret>(1) + B(2).Id;
            """,
            """it.Show()""",
            "Secret2"),

        ["type parameters that may be ref structs"] = One(
            """
                [Cached] public partial string A<T>(int id) where T : allows ref struct;
                private string ACore<T>(int id) where T : allows ref struct => typeof(T).Name;
                [Cached] public partial string B<T>(int id) where T : notnull, IDisposable, allows ref struct;
                private string BCore<T>(int id) where T : notnull, IDisposable, allows ref struct => typeof(T).Name;
            """,
            """$"{it.A<Span<int>>(1)} {it.B<System.IO.Stream>(1)}" """,
            "Span`1 Stream",
            LanguageVersion.CSharp13),
    };
}
