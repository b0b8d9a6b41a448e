using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>The nested class of the typed handles: <c>DiscogsCatalog.Cache.GetRelease(cache, id)</c>.</summary>
internal static class HandleEmitter
{
    public static void Emit(SourceWriter writer, TypeIdentity type, IReadOnlyList<NamedMethod> methods)
    {
        var visible = methods.Where(method => method.Model.HandleAccessibility is not null).ToArray();
        if (visible.Length == 0)
            return;
        var accessibility = visible.Any(method => method.Model.HandleAccessibility == "public") ? "public" : "internal";
        writer.Write();
        writer.Write("/// <summary>The entries of the cached methods, to look at, set or remove without writing a key.</summary>");
        writer.Write(TypeEmitter.GeneratedCode);
        writer.Open($"{accessibility} static class {type.HandlesClass}");
        writer.WriteEach(visible, method => Handle(writer, method, method.Model.HandleAccessibility!));
        writer.Close();
    }

    /// <summary>Within the private class of the descriptors: those that only the type's own methods use.</summary>
    public static void EmitHidden(SourceWriter writer, IReadOnlyList<NamedMethod> all, IReadOnlyList<NamedMethod> hidden)
    {
        if (hidden.Count == 0)
            return;
        writer.Write();
        writer.Open($"public static class {Parsing.HiddenHandles.ClassName(all)}");
        writer.WriteEach(hidden, method => Handle(writer, method, "public"));
        writer.Close();
    }

    private static void Handle(SourceWriter writer, NamedMethod method, string accessibility)
    {
        var model = method.Model;
        var signature = model.Signature;
        // The method's own name for the cache may be a parameter's too.
        var cache = Parsing.Names.Free(["cache", "methodCache"], name => model.Key.Reads.Contains(name) || method.HandleScopes.Contains(name));
        var parameters = method.HandleScopes.Select(scope => $", string {scope}")
            .Concat(model.HandleParameters.Select(parameter => $", {Modifiers(parameter)}{parameter.Type} {parameter.Name}"));
        writer.Write($"/// <summary>The entry of {signature.Name.TrimStart('@')} for these arguments.</summary>");
        writer.Open($"{accessibility} static global::CacheGen.CacheHandle<{model.ValueType}> {method.Handle}{signature.TypeParameterList}(global::CacheGen.MethodCache {cache}{string.Concat(parameters)}){signature.ConstraintClauses}");
        writer.Write($"global::System.ArgumentNullException.ThrowIfNull({cache});");
        foreach (var check in method.HandleChecks)
            writer.Write(check);
        writer.Write($"return {cache}.Table({method.DescriptorAccess}).Handle({method.KeyExpression});");
        writer.Close();
    }

    // "this" would make the handle an extension method, "in" and "scoped" say nothing to a method that copies.
    private static string Modifiers(ParameterModel parameter) => parameter.Modifiers.Contains("params") ? "params " : "";
}
