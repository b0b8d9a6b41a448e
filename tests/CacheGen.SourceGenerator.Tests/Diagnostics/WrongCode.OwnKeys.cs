using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    public static TheoryData<string, string> OwnTransforms => new()
    {
        { "[Cached(Key = \"{|CG2008:{name|Slugg}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static string Slug(string x) => x;", "did you mean 'Slug'?" },
        { "[Cached(Key = \"{|CG2008:{name|nrom}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "did you mean 'norm'?" },
        { "[Cached(Key = \"{|CG2008:{name|Shorten}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "such as 'static string Shorten(string value)'" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private string Slug(string x) => x;", "write it as 'static string Slug(string value)'" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static string Slug(int x) => \"\";", "no transform of string" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static string Slug(string x, int y) => \"\";", "no transform of string" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static string Slug<T>(T x) => \"\";", "no transform of string" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static void Slug(string x) { }", "no transform of string" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static object Slug(string x) => x;", "'Slug' returns object, which cannot be a key part: it has no stable value" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1; private static Task<string> Slug(string x) => Task.FromResult(x);", "'Slug' returns Task<string>" },
        { "[Cached(Key = \"{|CG2008:{name|Slug}|}\")] public partial int Get(string? name); private int GetCore(string? name) => 1; private static string Slug(string x) => x;", "let it take string?" },
        { "[Cached(Key = \"{|CG2008:{id|Even}|}\")] public partial int Get(int? id); private int GetCore(int? id) => 1; private static bool Even(int x) => x % 2 == 0;", "'static string Even(int? value)'" },
        { "[Cached(Key = \"{|CG2008:{id|Text}|}\")] public partial int Get(int id); private int GetCore(int id) => 1; private static string Text(long x) => \"\"; private static string Text(object x) => \"\";", "several methods called 'Text'" },
        { "[Cached(Key = \"{|CG2008:{ids|set|Text}|}\")] public partial int Get(int[] ids); private int GetCore(int[] ids) => 1; private static string Text(int[] x) => \"\";", "only 'hash' can stand" },
        { "[Cached(Key = \"{|CG2008:{user?.Name|Slug}|}\")] public partial int Get(User? user); private int GetCore(User? user) => 1; private static string Slug(string x) => x; internal sealed class User { public string Name = \"\"; }", "this may be null" },
        { "[Cached(Key = \"{name|Slug}\", Tags = new[] { \"{|CG1011:{name}|}\" })] public partial int Get(string name); private int GetCore(string name) => 1; private static string Slug(string x) => x;", "{name|Slug}" },
        { "[Cached(Key = \"{name}\", Tags = new[] { \"{|CG1011:{name|Slug}|}\" })] public partial int Get(string name); private int GetCore(string name) => 1; private static string Slug(string x) => x;", "{name|Slug}" },
        { "[Cached(Key = \"{name}\", Tags = new[] { \"{|CG2008:{name|Slug}|}\" })] public partial int Get(string name); private int GetCore(string name) => 1; private static Random Slug(string x) => new();", "returns Random" },
    };

    public static TheoryData<string, string> KeyFromMethods => new()
    {
        { "[Cached(KeyFrom = {|CG4003:\"KeyOf\"|})] public partial int Get(int id, CancellationToken ct); private int GetCore(int id) => 1;", "write 'static string KeyOf(int id)'" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private string KeyOf(int id) => \"\";", "make it static" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf(int other) => \"\";", "'other' is no parameter of 'Get'; it takes these by their names: int id" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf(string id) => \"\";", "is string, and 'Get' has int" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(string? id); private int GetCore(string? id) => 1; private static string KeyOf(string id) => \"\";", "may pass null; let it take string?" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf(ref int id) => \"\";", "is int, and 'Get' has int" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf<T>(int id) => \"\";", "generic" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static void KeyOf(int id) { }", "returns no value" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static object KeyOf(int id) => id;", "it returns object, which cannot be a key part" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf(int id) => \"\"; private static string KeyOf(long id) => \"\";", "there are several" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id, CancellationToken ct); private int GetCore(int id) => 1; private static string KeyOf(int id, CancellationToken ct) => \"\";", "service type 'CancellationToken'" },
        { "[Cached(KeyFrom = {|CG4003:nameof(KeyOf)|})] public partial int Get(int id, [NotInKey] int trace); private int GetCore(int id, int trace) => 1; private static string KeyOf(int id, int trace) => \"\";", "'trace' is marked [NotInKey]" },
        { "[Cached(Key = {|CG2008:\"{id}\"|}, KeyFrom = nameof(KeyOf))] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf(int id) => \"\";", "leave out one of the two" },
        { "[Cached(KeyFrom = nameof(KeyOf), Tags = new[] { \"{|CG1011:{id}|}\" })] public partial int Get(int id); private int GetCore(int id) => 1; private static string KeyOf(int id) => \"\";", "{KeyOf(id)}" },
    };

    public static TheoryData<string, string> KeyParts => new()
    {
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { public int Id; }", "mark them with [CacheKeyPart]" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart] private int Id => 1; public int X => Id; }", "User.Id is marked [CacheKeyPart] and cannot be read from here" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal abstract class User { [CacheKeyPart] public int Id => 1; }", "is abstract" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart] public object? Id => 1; }", "its member Id of type object?" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart] public static int Id => 1; }", "nothing that a value has" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart] public int Id { set { } } }", "nothing that a value has" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart, NotInKey] public int Id => 1; }", "leave one out" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal class Base { [CacheKeyPart] public int Id => 1; } internal sealed class User : Base { [CacheKeyPart] public new int Id => 1; }", "hides it" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart] public User? Boss => null; }", "contains itself" },
        { "[Cached] public partial int Get(User {|CG2003:user|}); private int GetCore(User user) => 1; internal class Base { [CacheKeyPart] protected int Id => 1; } internal sealed class User : Base;", "cannot be read from here" },
    };

    /// <summary>A hole that names what is marked [NotInKey].</summary>
    public static TheoryData<string, string> NotInKey => new()
    {
        { "[Cached(Key = \"{|CG2008:{id}|}\")] public partial int Get([NotInKey] int id); private int GetCore(int id) => 1;", "'id' is marked [NotInKey]; leave out the attribute or the hole" },
        { "[Cached(Key = \"{page}:{|CG2008:{q.Trace}|}\")] public partial int Get(Query q, int page); private int GetCore(Query q, int page) => 1; internal sealed record Query(string Text, [NotInKey] string Trace);", "'Trace' is marked [NotInKey]" },
    };

    public static TheoryData<string, string> TypesWithDefaults => new()
    {
        // Told once, however many methods are under them.
        { "[CacheDefaults(Ttl = {|CG4001:\"soon\"|})] internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; [Cached] public partial int Two(int id); private int TwoCore(int id) => id; }", "Ttl = \"soon\" is no duration" },
        { "[assembly: CacheDefaults(Jitter = {|CG4001:\"0s\"|})] internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; internal partial class B(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; } }", "Jitter = \"0s\" is zero" },
        { "[assembly: CachePrefix(\"a\\nb\")] internal partial class A(MethodCache cache) { [Cached] public partial int {|CG2008:Get|}(int id); private int GetCore(int id) => id; }", "control characters" },
    };

    public static TheoryData<string, string> Scopes => new()
    {
        { "[Cached, CacheScope(\"user\")] public partial int {|CG1012:Get|}(int id); private int GetCore(int id) => id;", "is cached for each user and finds no ICacheScope: add a constructor parameter 'ICacheScope scope'" },
        { "[Cached, CacheScope(\"user\")] public partial int {|CG1012:Get|}(int id, ICacheScope a, ICacheScope b); private int GetCore(int id, ICacheScope a, ICacheScope b) => id;", "reaches several: a, b" },
        { "[Cached, CacheScope] public static partial int {|CG1012:Get|}(int id, MethodCache own); private static int GetCore(int id, MethodCache own) => id;", "it is static, so add a parameter 'ICacheScope scope', or mark the parameter that says the user" },
        { "[Cached, CacheScope] public partial int {|CG1012:Get|}(int id, ICacheScope? scope); private int GetCore(int id, ICacheScope? scope) => id;", "may be null: declare it as ICacheScope" },
        { "[Cached, CacheScope(\"a:b\")] public partial int {|CG1012:Get|}(int id, ICacheScope scope); private int GetCore(int id, ICacheScope scope) => id;", "a scope called \"a:b\"" },
        { "[Cached, CacheScope(null!)] public partial int {|CG1012:Get|}(int id, ICacheScope scope); private int GetCore(int id, ICacheScope scope) => id;", "a scope called \"\"" },
        { "[Cached, CacheScope(\"1st\")] public partial int {|CG1012:Get|}(int id, ICacheScope scope); private int GetCore(int id, ICacheScope scope) => id;", "begins with a letter" },
        { "[Cached] public partial int Get(int id, [CacheScope, NotInKey] string {|CG1012:user|}); private int GetCore(int id, string user) => id;", "[NotInKey] too" },
        { "[Cached] public partial int Get([CacheScope] string a, [CacheScope] string {|CG1012:b|}); private int GetCore(string a, string b) => 1;", "second one of the scope \"user\"" },
        { "[Cached(Key = \"x\")] public partial int Get([CacheScope] int? {|CG1012:user|}); private int GetCore(int? user) => 1;", "take string, or a value type" },
        { "[Cached(Key = \"x\")] public partial int Get([CacheScope] User {|CG1012:user|}); private int GetCore(User user) => 1; internal sealed record User(int Id);", "take string, or a value type" },
        { "[Cached(Key = \"{|CG2002:{scope}|}\")] public partial int Get(ICacheScope scope); private int GetCore(ICacheScope scope) => 1;", "ICacheScope" },
    };

    public static TheoryData<string, string> TypesWithScopes => new()
    {
        { "[CacheScope(\"tenant\")] internal abstract class B { } internal partial class A(MethodCache cache) : B { [Cached] public partial int {|CG1012:Get|}(int id); private int GetCore(int id) => id; }", "cached for each tenant" },
        { "internal partial class A(MethodCache cache, ICacheScope scope) { [Cached, CacheScope] public partial int Get(int id); private int GetCore(int id) => id; } internal partial class B(MethodCache cache) { [Invalidates(typeof(A), nameof(A.Get))] public partial void {|CG1012:Save|}(int id, int user); private void SaveCore(int id, int user) { } }", "changes entries of Get(int), which is cached for each user, and finds no ICacheScope" },
        { "internal partial class A(MethodCache cache, ICacheScope scope) { [Cached, CacheScope] public partial int {|CG1012:Get|}(int scope); private int GetCore(int scope) => scope; }", "hides the constructor parameter 'scope'" },
    };
}
