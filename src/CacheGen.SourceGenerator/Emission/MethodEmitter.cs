using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>The cached method itself: a look into the table, and the load where that finds nothing fresh.</summary>
internal static class MethodEmitter
{
    public static void Emit(SourceWriter writer, NamedMethod method)
    {
        var model = method.Model;
        PolicyText.WriteComment(writer, model, SourceText(model));
        writer.Write(TypeEmitter.GeneratedCode);
        writer.Open(Declaration(model.Signature));
        foreach (var check in method.NullChecks)
            writer.Write(check);
        foreach (var local in method.KeyLocals)
            writer.Write(local);

        var table = Local("table", model);
        writer.Write($"var {table} = {model.Cache.Expression}.Table({method.DescriptorAccess});");
        var key = method.KeyExpression;
        if (!model.Key.IsSinglePart || key != model.Key.Parts[0].Expression || !IsParameter(key, model))
        {
            var local = Local("key", model);
            writer.Write($"var {local} = {key};");
            key = local;
        }

        writer.Write(model.Values.ValidWhen is null ? HitOrLoad(method, table, key) : Checked(method, table, key));
        writer.Close();
    }

    private static string HitOrLoad(NamedMethod method, string table, string key)
    {
        var model = method.Model;
        var load = LoadArguments(model, key);
        var join = model.Window is null ? null : BatchText.Join(method, table, key, model.Signature.Parameters.FirstOrDefault(parameter => parameter.IsCancellationToken)?.Name);
        return model.Returns switch
        {
            ReturnKind.Task =>
                $"""
                return {table}.TryGetTask({key})
                    ?? {join ?? $"{table}.LoadTask({load})"};
                """,
            ReturnKind.ValueTask =>
                $"""
                return {table}.TryGet({key}, out var {Local("value", model)})
                    ? new {model.Signature.ReturnType}({Local("value", model)})
                    : {(join is null ? $"{table}.LoadValueTask({load})" : $"new {model.Signature.ReturnType}({join})")};
                """,
            ReturnKind.Stream => $"return global::CacheGen.CompilerServices.CachedStreams.Read({table}, {load});",
            _ =>
                $"""
                return {table}.TryGet({key}, out var {Local("value", model)})
                    ? {Local("value", model)}
                    : {(join is null ? $"{table}.Load({load})" : $"{join}.GetAwaiter().GetResult()")};
                """,
        };
    }

    /// <summary>A hit is asked about with what the call was given, so the table must know that from the start.</summary>
    private static string Checked(NamedMethod method, string table, string key)
    {
        var model = method.Model;
        if (model.Returns == ReturnKind.Stream)
            return HitOrLoad(method, table, key);
        var get = model.Returns switch { ReturnKind.Task => "GetValidTask", ReturnKind.ValueTask => "GetValidValueTask", _ => "GetValid" };
        return $"return {table}.{get}({LoadArguments(model, key)});";
    }

    /// <summary>In place of a method about which something is wrong.</summary>
    public static void Emit(SourceWriter writer, RefusedMethod method)
    {
        writer.Write($"// Not cached: see {method.Rules} at the method. The build fails with it; this part only lets it come so far.");
        writer.Write(TypeEmitter.GeneratedCode);
        var refusal = $"throw new global::System.InvalidOperationException(\"{method.Rules}\");";
        if (method.Reads.Count == 0)
        {
            writer.Write($"{Declaration(method.Signature)} => {refusal}");
            return;
        }

        writer.Open(Declaration(method.Signature));
        foreach (var parameter in method.Reads)
            writer.Write($"global::System.GC.KeepAlive({parameter});");
        writer.Write(refusal);
        writer.Close();
    }

    private static string SourceText(MethodModel model) => model.Window is not { } window
        ? model.Source.Name
        : $"{window.Source.Name}, for all that begin within {PolicyText.Text(window.Ticks)}{(window.MaxBatch > 0 ? $", at most {window.MaxBatch} ids a call" : "")}";

    public static string Declaration(SignatureModel signature)
    {
        var parameters = string.Join(", ", signature.Parameters.Select(parameter => $"{parameter.Modifiers}{parameter.Type} {parameter.Name}"));
        return $"{signature.Modifiers} {signature.ReturnType} {signature.Name}{signature.TypeParameterList}({parameters}){signature.RepeatedConstraintClauses}";
    }

    /// <summary>key, instance, arguments, source, token.</summary>
    private static string LoadArguments(MethodModel model, string key)
    {
        var token = model.Signature.Parameters.FirstOrDefault(parameter => parameter.IsCancellationToken)?.Name;
        var arguments = model.Source.Arguments.Where(argument => !argument.IsCancellationToken).Select(argument => argument.Parameter).ToArray();
        var self = Fresh(model.Source.IsStatic ? "_" : "self", arguments);
        var args = arguments.Length switch { 0 => "_", 1 => arguments[0], _ => "args" };
        var ct = Fresh("ct", arguments);
        var nothing = "default(global::CacheGen.CompilerServices.NoArguments)";
        var state = arguments.Length switch { 0 => nothing, 1 => arguments[0], _ => $"({string.Join(", ", arguments)})" };
        var source = $"static ({self}, {args}, {ct}) => {Call(model, self, args, ct)}";
        var valid = model.Values.ValidWhen is { } predicate ? $",\n    {Check(model, predicate, args, arguments)}" : "";
        var instance = model.Source.IsStatic && model.Values.ValidWhen is null or { IsStatic: true } ? nothing : "this";
        var line = valid.Length == 0 ? " " : "\n    ";
        return $"{key}, {instance}, {state},{line}{source}{valid}{(token is null ? "" : $", {token}")}";
    }

    private static string Call(MethodModel model, string self, string args, string ct)
    {
        var names = model.Source.Arguments.Where(argument => !argument.IsCancellationToken).Select(argument => argument.Parameter).ToArray();
        var arguments = model.Source.Arguments.Select(argument => argument.IsCancellationToken
            ? ct
            : Argument(argument.Parameter, args, names) + (argument.NeedsSuppression ? "!" : ""));
        var target = model.Source.IsStatic ? "" : $"{self}.";
        var call = $"{target}{model.Source.Name}{model.Signature.TypeParameterList}({string.Join(", ", arguments)}){(model.Source.NeedsSuppression ? "!" : "")}";
        return model.Returns == ReturnKind.Stream
            // Of what is read, the compiler infers what its items are, whatever is suppressed.
            ? model.Source.NeedsSuppression ? $"({model.Signature.ReturnType}){call}" : call
            : model.Source.ReturnsValueTask ? call : $"new({call})";
    }

    /// <summary>The lambda that asks ValidWhen's predicate about a cached value.</summary>
    private static string Check(MethodModel model, ValidModel predicate, string args, string[] arguments)
    {
        var self = Fresh(predicate.IsStatic ? "_" : "self", arguments);
        var ct = Fresh("ct", arguments);
        var value = Fresh("value", arguments);
        var passed = predicate.Arguments.Select(argument => argument.IsCancellationToken
            ? ct
            : Argument(argument.Parameter, args, arguments) + (argument.NeedsSuppression ? "!" : ""));
        var call = $"{(predicate.IsStatic ? "" : $"{self}.")}{predicate.Target}({string.Join(", ", passed.Prepend(predicate.ValueCast + value + predicate.ValueSuffix))})";
        var asked = predicate.ReturnsValueTask ? call : $"new({call})";
        return $"static ({self}, {(args == "_" ? "_" : args)}, {value}, {ct}) => {(predicate.SkipsNull ? $"{value} is null ? new(true) : " : "")}{asked}";
    }

    private static string Argument(string parameter, string args, string[] arguments)
    {
        if (arguments.Length == 1)
            return args;
        // Item1, ToString and so on name something else in a tuple.
        return IsTupleMember(parameter) ? $"{args}.Item{Array.IndexOf(arguments, parameter) + 1}" : $"{args}.{parameter}";
    }

    internal static bool IsTupleMember(string name) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct" or "GetType"
        || (name.StartsWith("Item", StringComparison.Ordinal) && name.Skip(4).All(char.IsDigit));

    private static bool IsParameter(string expression, MethodModel model) =>
        model.Signature.Parameters.Any(parameter => parameter.Name == expression) || model.Key.Scopes.Any(scope => scope.Argument == expression);

    /// <summary>A local's name that no parameter and not the cache has.</summary>
    private static string Local(string name, MethodModel model) =>
        Parsing.Names.Free([name, name + "_"], taken => IsParameter(taken, model) || model.Cache.Member == taken);

    // A parameter called _ is written with an @, and then no other may be a discard.
    private static string Fresh(string name, string[] taken) => Parsing.Names.Free([name, name + "_"], candidate => taken.Contains(Parsing.Names.Identifier(candidate)));
}
