namespace CacheGen;

/// <summary>Makes an <see cref="ICacheScope"/> out of what is at hand.</summary>
public static class CacheScope
{
    /// <summary>A scope that asks a function: <c>CacheScope.From(name => name == "user" ? session.UserId : null)</c>.</summary>
    /// <param name="scope">From the scope's name to the present user, tenant or the like; null or empty where it is unknown.</param>
    public static ICacheScope From(Func<string, string?> scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new Function(scope);
    }

    private sealed class Function(Func<string, string?> scope) : ICacheScope
    {
        public string? GetScope(string name) => scope(name);
    }
}
