using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>What belongs to a call without being one of its arguments: known types, and those that the .editorconfig names.</summary>
internal sealed class AmbientTypes
{
    private const string Option = "cachegen_ambient_types";
    private const string User = "user";
    private const string Culture = "culture";

    /// <summary>Of a request: what is not asked about.</summary>
    private static readonly HashSet<string> s_notAsked = ["RequestAborted", "RequestServices", "TraceIdentifier", "Response", "Connection", "Features"];

    private static readonly HashSet<string> s_principals = ["System.Security.Principal.IPrincipal", "System.Security.Principal.IIdentity"];

    private readonly HashSet<string> _own;

    public AmbientTypes(AnalyzedType type, IMethodSymbol method)
    {
        var tree = method.Locations.FirstOrDefault()?.SourceTree;
        _own = tree is not null && type.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Option, out var names)
            ? [.. names.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim())]
            : [];
    }

    /// <summary>What is read, as people say it, and the scope that would tell; null where it is nothing of the kind.</summary>
    public (string What, string Scope)? Find(HeldRead read)
    {
        var symbol = read.Symbol;
        var owner = symbol.ContainingType?.FullName();
        if (read.Operation is IMemberReferenceOperation { Instance: null } && Static(owner, symbol.Name, read.Path) is { } known)
            return known;
        // What a method returns comes of its arguments, unless it is asked for a service.
        if (read.Operation.Type is not { } type || (read.Operation is IInvocationOperation call && !IsLocator(call.TargetMethod)))
            return null;
        var name = type.FullName();
        if (name == "System.Threading.AsyncLocal")
            return "Value".LeadsTo(read.Path) ? ($"{symbol.Name}.Value", ScopeOf(symbol.Name)) : null;
        if (Is(type, "Microsoft.AspNetCore.Http.IHttpContextAccessor"))
            return "HttpContext".LeadsTo(read.Path) && read.Path.Length > 0 ? OfRequest(symbol, read.Path, "HttpContext".Length + 1) : null;
        if (Is(type, "Microsoft.AspNetCore.Http.HttpContext"))
            return OfRequest(symbol, read.Path, 0);
        if (type.AllInterfaces.Append(type).Any(candidate => s_principals.Contains(candidate.FullName())))
            return (symbol.Name, User);
        return OfOwn(type, symbol) ?? (symbol.IsStatic ? OfOwn(symbol.ContainingType, symbol) : null);
    }

    public (string What, string Scope)? Find(IInvocationOperation call)
    {
        if (call.Instance?.Type?.IsCacheScope() == true && call.TargetMethod.Name == "GetScope")
            return ("GetScope", call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } scope } ? scope : User);
        return call.TargetMethod is { IsStatic: true, Parameters.Length: 0 } ? OfOwn(call.TargetMethod.ContainingType, call.TargetMethod) : null;
    }

    private static (string What, string Scope)? Static(string? owner, string name, string path) => (owner, name) switch
    {
        ("System.Globalization.CultureInfo", "CurrentCulture" or "CurrentUICulture") => ($"CultureInfo.{name}", Culture),
        ("System.Threading.Thread", "CurrentThread") when "CurrentCulture".LeadsTo(path) || "CurrentUICulture".LeadsTo(path) => ($"CurrentThread.{path.Split('.')[0]}", Culture),
        ("System.Threading.Thread", "CurrentPrincipal") => ("Thread.CurrentPrincipal", User),
        ("System.Security.Claims.ClaimsPrincipal", "Current") => ("ClaimsPrincipal.Current", User),
        _ => null,
    };

    private static (string What, string Scope)? OfRequest(ISymbol holder, string path, int start)
    {
        var member = path.Length > start ? path.Substring(start).Split('.')[0] : "";
        return s_notAsked.Contains(member) ? null : (path.Length == 0 ? holder.Name : $"{holder.Name}.{path}", User);
    }

    private (string What, string Scope)? OfOwn(ITypeSymbol? type, ISymbol symbol) =>
        _own.Count > 0 && type is not null && type.BasesOf().Concat(type.AllInterfaces).FirstOrDefault(candidate => _own.Contains(candidate.FullName()) || _own.Contains(candidate.Name)) is { } ambient
            ? (symbol.Name, ScopeOf(ambient.TypeKind == TypeKind.Interface ? ambient.Name.TrimStart('I') : ambient.Name))
            : null;

    private static bool IsLocator(IMethodSymbol method) => method.Name is "GetService" or "GetRequiredService" or "GetKeyedService" or "GetRequiredKeyedService";

    private static bool Is(ITypeSymbol type, string name) => type.BasesOf().Concat(type.AllInterfaces).Any(candidate => candidate.FullName() == name);

    // s_currentTenant and ITenantContext tell of a tenant.
    private static string ScopeOf(string name)
    {
        var plain = name.StartsWith("s_", StringComparison.Ordinal) ? name.Substring(2) : name.TrimStart('_');
        foreach (var word in new[] { "Current", "current", "Context", "Accessor", "Provider" })
            plain = plain.Replace(word, "");
        return plain.Length > 0 && plain.All(c => c < 0x80 && char.IsLetterOrDigit(c)) && char.IsLetter(plain[0]) ? char.ToLowerInvariant(plain[0]) + plain.Substring(1) : User;
    }
}
