using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Handles that nobody outside the type could use, because private types are in their signature. They are made where a method of the type
/// removes or sets such an entry, in a class within that of the descriptors.
/// </summary>
internal static class HiddenHandles
{
    public static string ClassName(IEnumerable<NamedMethod> methods) => Names.Free(["Entries", "Handles"], name =>
        methods.Any(method => method.Descriptor == name || method.KeyStruct == name || method.Handle == name));

    public static NamedMethod[] In(TypeModel type) =>
        [.. type.Methods.Where(method => method.Model.HandleAccessibility is null && type.Writes.Any(write => write.Changes.Any(change => change.Target == method.Model.Id)))];
}
