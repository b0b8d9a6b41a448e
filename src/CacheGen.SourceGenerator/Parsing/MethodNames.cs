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
            Methods = Name(type.OfType<MethodModel>().Concat(type.OfType<BatchMethod>().Where(batch => batch.OwnsItem).Select(batch => batch.Item))).ToEquatableArray(),
            Batches = type.OfType<BatchMethod>().ToEquatableArray(),
            Refused = type.OfType<RefusedMethod>().ToEquatableArray(),
        }));

    private static List<NamedMethod> Name(IEnumerable<MethodModel> methods)
    {
        var named = new List<NamedMethod>();
        foreach (var method in methods)
        {
            var plain = method.Signature.Name.TrimStart('@');
            var shortName = plain.EndsWith("Async", StringComparison.Ordinal) && plain.Length > 5 ? plain.Substring(0, plain.Length - 5) : plain;
            var descriptor = Unique(plain, name => Names.IsMemberOfObject(name) || method.Signature.TypeParameters.Contains(name)
                || named.Any(other => other.Descriptor == name || other.KeyStruct == name || other.Descriptor == name + "Key"));
            // Overloads of handles may share a name as their methods do, unless only a token or Async told those apart.
            var handle = new[] { shortName, plain }.FirstOrDefault(name => name != method.Type.HandlesClass && !named.Any(other => other.Handle == name && SameSignature(other.Model, method)))
                ?? Unique(plain, name => Names.IsMemberOfObject(name) || name == method.Type.HandlesClass || named.Any(other => other.Handle == name));
            named.Add(new NamedMethod(method, Escape(descriptor), Escape(handle)));
        }

        return named;
    }

    private static bool SameSignature(MethodModel a, MethodModel b) =>
        a.Signature.TypeParameters.Count == b.Signature.TypeParameters.Count
        && a.HandleParameters.Select(parameter => parameter.BareType).SequenceEqual(b.HandleParameters.Select(parameter => parameter.BareType));

    private static string Unique(string name, Func<string, bool> isTaken) => Names.Free([name, name + "_"], isTaken);

    private static string Escape(string name) => Names.Identifier(name);
}
