using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Answers that depend on who asks.</summary>
public class CG4005Tests
{
    private const string Ambient = "cachegen_ambient_types = My.Tenant, ICurrentUser";

    public static TheoryData<string, string> Wrong => new()
    {
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => accessor.HttpContext!.User.Identity!.Name + id;
            """), "The source 'GetCore' reads 'accessor.HttpContext.User.Identity.Name', which the key of 'Get' lacks, so one caller's answer would be shown to all: mark the method with [CacheScope(\"user\")]" },
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) { var request = accessor.HttpContext; return request?.Header("Authorization") + id; }
            """), "'accessor.HttpContext'" },
        { InSite("""
            [Cached] public partial Task<string> {|CG4005:GetAsync|}(int id);
            private async Task<string> GetCoreAsync(int id) { await Task.Yield(); return Who() + id; }
            private static string? Who() => System.Security.Claims.ClaimsPrincipal.Current?.Identity?.Name ?? Thread.CurrentPrincipal?.Identity?.Name;
            """), "'ClaimsPrincipal.Current'" },
        { InSite("""
            private readonly System.Security.Claims.ClaimsPrincipal _me = new();
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => _me.IsInRole("admin") ? "all" : id.ToString();
            """), "'_me'" },
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => id.ToString(System.Globalization.CultureInfo.CurrentCulture);
            """), "[CacheScope(\"culture\")]" },
        { InSite("""
            [Cached, CacheScope("tenant")] public partial string {|CG4005:Get|}(int id, ICacheScope scope);
            private string GetCore(int id, ICacheScope scope) => System.Globalization.CultureInfo.CurrentUICulture.Name + id;
            """), "CultureInfo.CurrentUICulture" },
        { InSite("""
            private static readonly AsyncLocal<string?> s_currentTenant = new();
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => s_currentTenant.Value + id;
            """), "[CacheScope(\"tenant\")]" },
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => scopes.GetScope("region") + id;
            """), "[CacheScope(\"region\")]" },
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => My.Tenant.Current.Name + id;
            """), "'Current', which" },
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => me.Name + id;
            """), "[CacheScope(\"user\")]" },
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id, [NotInKey] IServiceProvider services);
            private string GetCore(int id, IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext!.User.IsInRole("admin") ? "all" : id.ToString();
            """), "'GetRequiredService.HttpContext.User'" },
        // An argument that no key can hold.
        { InSite("""
            [Cached(Key = "a:{id}")] public partial string {|CG4005:Get|}(int id, HttpContext context);
            private string GetCore(int id, HttpContext context) => context.User.Identity!.Name + id;
            """), "'context.User'" },
        { InSite("""
            [Cached(Key = "a:{id}")] public partial string {|CG4005:Get|}(int id, System.Security.Claims.ClaimsPrincipal caller);
            private string GetCore(int id, System.Security.Claims.ClaimsPrincipal caller) => caller.IsInRole("admin") ? "all" : id.ToString();
            """), "'caller'" },
        // What another cached method keeps apart, this one does not.
        { InSite("""
            [Cached] public partial string {|CG4005:Get|}(int id);
            private string GetCore(int id) => Other(id);
            [Cached, CacheScope("user")] public partial string Other(int id);
            private string OtherCore(int id) => accessor.HttpContext!.User.Identity!.Name + id;
            """), "The source 'GetCore' reads" },
    };

    public static TheoryData<string> Fine =>
    [
        InSite("""
            [Cached, CacheScope("user")] public partial string Get(int id);
            private string GetCore(int id) => accessor.HttpContext!.User.Identity!.Name + id;
            """),
        InSite("""
            [Cached] public partial string Get(int id, [CacheScope("user")] string who);
            private string GetCore(int id, string who) => accessor.HttpContext!.User.Identity!.Name + id + who;
            """),
        // A parameter tells who asks.
        InSite("""
            [Cached] public partial string Get(int id, string userId);
            private string GetCore(int id, string userId) => accessor.HttpContext!.User.Identity!.Name + id + userId;
            [Cached] public partial string Named(int id, string culture);
            private string NamedCore(int id, string culture) => id.ToString(System.Globalization.CultureInfo.CurrentCulture) + culture;
            """),
        // What a request has that is not asked about.
        InSite("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id)
            {
                var request = accessor.HttpContext!;
                request.RequestAborted.ThrowIfCancellationRequested();
                System.Diagnostics.Activity.Current?.SetTag("user", request.User.Identity?.Name);
                return request.RequestServices.GetService(typeof(string)) + request.TraceIdentifier + id;
            }
            """),
        InSite("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => id.ToString() + $"{id:N2}" + id.ToString(System.Globalization.CultureInfo.InvariantCulture) + new System.Globalization.CultureInfo("de");
            """),
        // Made of the arguments.
        InSite("""
            [Cached] public partial string Get(string token);
            private string GetCore(string token) => Validate(token).Identity?.Name + new System.Security.Claims.ClaimsIdentity(token).Name + validate(token).IsInRole("a") + My.Tenant.Parse(token).Name;
            private static System.Security.Claims.ClaimsPrincipal Validate(string token) => new(new System.Security.Claims.ClaimsIdentity(token));
            private static readonly Func<string, System.Security.Claims.ClaimsPrincipal> validate = Validate;
            """),
        InSite("""
            [Cached(Key = "a:{id}")] public partial string Get(int id, [NotInKey] System.Security.Claims.ClaimsPrincipal caller, HttpContext context);
            private string GetCore(int id, System.Security.Claims.ClaimsPrincipal caller, HttpContext context) { context.RequestAborted.ThrowIfCancellationRequested(); return caller.IsInRole("admin") ? "all" : id.ToString(); }
            [Cached(Key = "b:{userId}:{id}")] public partial string Own(int id, string userId, System.Security.Claims.ClaimsPrincipal caller);
            private string OwnCore(int id, string userId, System.Security.Claims.ClaimsPrincipal caller) => caller.IsInRole(userId) ? "all" : id.ToString();
            """),
        // Not what it is called for, or told by the key.
        InSite("""
            internal interface IUserRepository { int Most { get; } }
            internal interface ITenantContextFactory { string Name { get; } }
            private readonly IUserRepository users = null!;
            private readonly ITenantContextFactory contexts = null!;
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => contexts.Name + users.Most + id;
            """),
        InSite("""
            [Cached] public partial string Get(int id, string tenantId);
            private string GetCore(int id, string tenantId) => tenantId == me.Name ? tenantId + id : throw new ArgumentException("no");
            """),
        // There, and not read.
        InSite("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) { var who = accessor.HttpContext?.User; s_last.Value = id; return id + nameof(me); }
            private static readonly AsyncLocal<int> s_last = new();
            public string? Direct() => accessor.HttpContext?.User.Identity?.Name + System.Globalization.CultureInfo.CurrentCulture + me.Name;
            """),
        InSite("""
            private static readonly ThreadLocal<Random> s_random = new();
            private static readonly System.Lazy<string> s_lazy = new(() => "");
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => s_lazy.Value + id;
            """),
        InSite("""
            private static readonly AsyncLocal<string?> s_region = new();
            [Cached] public partial string Get(int id, string region);
            private string GetCore(int id, string region) => s_region.Value + id + region;
            """),
        InSite("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => new My.Other("x").Name + My.Other.Current.Name + id;
            """),
        InSite("""
            [Cached, CacheScope("tenant")] public partial string Get(int id);
            private string GetCore(int id) => My.Tenant.Current.Name + scopes.GetScope("tenant") + id;
            """),
        InSite("""
            #pragma warning disable CG4005
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => accessor.HttpContext!.User.Identity!.Name + id;
            """),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Caller_IsNotInTheKey(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG4005", file, Ambient)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsNotFlagged(string file) => Assert.Empty(await Markup.JudgeAsync("CG4005", file, Ambient));

    [Fact]
    public async Task TypesOfOnesOwn_AreToldByTheEditorconfig() => Assert.Empty(await Markup.JudgeAsync("CG4005", InSite("""
        [Cached] public partial string Get(int id);
        private string GetCore(int id) => My.Tenant.Current.Name + id;
        """)));

    [Fact]
    public async Task TypesThatAllCallSo_AreKnown() => Assert.Contains("'me.Name'", Assert.Single(await Markup.JudgeAsync("CG4005", InSite("""
        [Cached] public partial string {|CG4005:Get|}(int id);
        private string GetCore(int id) => me.Name + id;
        [Cached] public partial string Mine(int id, string userName);
        private string MineCore(int id, string userName) => me.Name + userName + id;
        """))), StringComparison.Ordinal);

    private static string InSite(string members) =>
        $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        internal sealed partial class Site(IHttpContextAccessor accessor, My.ICurrentUser me, ICacheScope scopes, MethodCache cache)
        {
            public object Held => (accessor, me, scopes, cache);
            {{members}}
        }

        namespace My
        {
            internal interface ICurrentUser { string Name { get; } }
            internal sealed class Tenant { public static Tenant Current { get; } = new(); public string Name { get; } = ""; public static Tenant Parse(string name) => new(); }
            internal sealed class Other(string name) { public static Other Current { get; } = new(""); public string Name { get; } = name; }
        }

        namespace Microsoft.AspNetCore.Http
        {
            public interface IHttpContextAccessor { HttpContext? HttpContext { get; } }
            public abstract class HttpContext
            {
                public abstract System.Security.Claims.ClaimsPrincipal User { get; }
                public abstract CancellationToken RequestAborted { get; }
                public abstract IServiceProvider RequestServices { get; }
                public abstract string TraceIdentifier { get; }
            }
            public static class Extensions { public static string Header(this HttpContext context, string name) => context.TraceIdentifier + name; }
        }
        """;
}
