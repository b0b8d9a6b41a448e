using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Puts the methods of a type together, and gives each the names of what is generated beside it.</summary>
internal static class MethodNames
{
    public static IEnumerable<TypeModel> Group(IEnumerable<ParsedMethod> methods) => methods
        .GroupBy(method => method.Type)
        // Names of generated files are compared without case: of types that differ in case alone, all but the first are numbered.
        .GroupBy(type => type.Key.HintName, StringComparer.OrdinalIgnoreCase)
        .SelectMany(sameFile => sameFile.OrderBy(type => type.Key.HintName, StringComparer.Ordinal).Select((type, index) => new TypeModel
        {
            Identity = type.Key,
            FileName = type.Key.HintName + (index == 0 ? "" : $"({index + 1})") + ".g.cs",
            Methods = Name(Described(type)).ToEquatableArray(),
            Batches = type.OfType<BatchMethod>().ToEquatableArray(),
            Refused = type.OfType<RefusedMethod>().ToEquatableArray(),
            Writes = type.OfType<WriteMethodModel>().ToEquatableArray(),
            Decorator = type.Select(method => method.Decorator).FirstOrDefault(decorator => decorator is not null),
        }));

    /// <summary>All that have a descriptor: singles first, whose names do not depend on batches; then the items of those that have their own.</summary>
    public static IEnumerable<MethodModel> Described(IEnumerable<ParsedMethod> methods) => methods.OfType<MethodModel>()
        .Concat(methods.OfType<BatchMethod>().Where(batch => batch.OwnsItem).Select(batch => batch.Item));

    private static List<NamedMethod> Name(IEnumerable<MethodModel> methods)
    {
        var named = new List<NamedMethod>();
        foreach (var method in methods)
        {
            var plain = method.Signature.Name.TrimStart('@');
            var shortName = Short(plain);
            var descriptor = Unique(plain, name => Names.IsMemberOfObject(name) || method.Signature.TypeParameters.Contains(Escape(name))
                || named.Any(other => other.Descriptor == Escape(name) || other.KeyStruct == name || other.Descriptor == name + "Key"));
            // Overloads of handles may share a name as their methods do, unless only a token or Async told those apart.
            var handle = new[] { shortName, plain }.FirstOrDefault(name => name != method.Type.HandlesClass && !named.Any(other => other.Handle == Escape(name) && SameSignature(other.Model, method)))
                ?? Unique(plain, name => Names.IsMemberOfObject(name) || name == method.Type.HandlesClass || named.Any(other => other.Handle == Escape(name)));
            named.Add(new NamedMethod(method, Escape(descriptor), Escape(handle)));
        }

        return named;
    }

    /// <summary>Whether a handle of a method could have been given this name.</summary>
    public static bool MayBeHandle(string method, string handle) =>
        handle == Short(method) || handle == method || handle.StartsWith(method + "_", StringComparison.Ordinal);

    private static string Short(string name) => name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;

    private static bool SameSignature(MethodModel a, MethodModel b) =>
        a.Signature.TypeParameters.Count == b.Signature.TypeParameters.Count
        && HandleTypes(a).SequenceEqual(HandleTypes(b));

    private static IEnumerable<string> HandleTypes(MethodModel method) => method.Key.Scopes.Where(scope => scope.Service is not null).Select(_ => "string")
        .Concat(method.HandleParameters.Select(parameter => parameter.BareType));

    private static string Unique(string name, Func<string, bool> isTaken) => Names.Free([name, name + "_"], isTaken);

    private static string Escape(string name) => Names.Identifier(name);
}
