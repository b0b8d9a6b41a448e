using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace CacheGen;

/// <summary>For generated code: says where the catalog of an assembly's cached methods is.</summary>
/// <param name="type">A class with <c>public static IReadOnlyList&lt;CacheCatalogEntry&gt; Methods</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CacheCatalogAttribute(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type) : Attribute
{
    /// <summary>The class.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public Type Type { get; } = type;
}

/// <summary>
/// For generated code: what a compiler that references the assembly must know of one cached method, to compare it with those of its own.
/// </summary>
/// <param name="id">See <see cref="CacheCatalogEntry.Id"/>.</param>
/// <param name="key">See <see cref="CacheCatalogEntry.Key"/>.</param>
/// <param name="valueType">See <see cref="CacheCatalogEntry.ValueType"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CacheCatalogMethodAttribute(string id, string key, string valueType) : Attribute
{
    /// <inheritdoc cref="CacheCatalogEntry.Id"/>
    public string Id { get; } = id;

    /// <inheritdoc cref="CacheCatalogEntry.Key"/>
    public string Key { get; } = key;

    /// <inheritdoc cref="CacheCatalogEntry.ValueType"/>
    public string ValueType { get; } = valueType;

    /// <inheritdoc cref="CacheCatalogEntry.Tags"/>
    public string[] Tags { get; set; } = [];
}
