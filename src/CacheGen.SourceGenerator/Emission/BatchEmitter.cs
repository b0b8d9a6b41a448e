using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>A batch method: what is in the cache, and the load of what is not.</summary>
internal static class BatchEmitter
{
    public static void Emit(SourceWriter writer, NamedBatch batch)
    {
        var (model, item) = batch;
        var text = new BatchText(item, model.Signature, model.Source, model.Ids, model.Id);
        if (!model.OwnsItem)
            writer.Write($"// Items   of {item.Model.Signature.Name.TrimStart('@')}");
        PolicyText.WriteComment(writer, item.Model, SourceText(model));
        writer.Write(TypeEmitter.GeneratedCode);
        writer.Open(MethodEmitter.Declaration(model.Signature));
        writer.Write($"global::System.ArgumentNullException.ThrowIfNull({model.Ids});");
        foreach (var check in item.NullChecksOf(expression => !text.IsOfId(expression)).Concat(item.KeyLocals))
            writer.Write(check);

        var table = Names.Free(["table", "table_"], taken => model.Signature.Parameters.Any(parameter => parameter.Name == taken) || model.Cache.Member == taken);
        var token = model.Signature.Parameters.FirstOrDefault(parameter => parameter.IsCancellationToken)?.Name;
        writer.Write($"var {table} = {model.Cache.Expression}.Table({item.DescriptorAccess});");
        writer.Write(
            $$"""
            return {{BatchText.Batch}}.{{(model.Returns switch { ReturnKind.Task => "LoadTask", ReturnKind.ValueTask => "LoadValueTask", _ => "Load" })}}(
                {{table}}, {{model.Ids}}, {{text.State}},
                {{text.Key}},
                {{text.Source}},
                static found => {{model.Result}}{{Settings(model, token)}}){{(model.NeedsSuppression ? "!" : "")}};
            """);
        writer.Close();
    }

    private static string Settings(BatchMethod model, string? token)
    {
        var settings = new[]
        {
            model.MaxBatch > 0 ? $"maxBatch: {model.MaxBatch}" : null,
            model.MaxParallel > 0 ? $"maxParallel: {model.MaxParallel}" : null,
            token is null ? null : $"cancellationToken: {token}",
        }.Where(setting => setting is not null).ToArray();
        return settings.Length == 0 ? "" : $",\n    {string.Join(", ", settings)}";
    }

    private static string SourceText(BatchMethod model) => model.Source.Name
        + (model.MaxBatch > 0 ? $", at most {model.MaxBatch} ids a call" : "")
        + (model.MaxParallel > 1 ? $", {model.MaxParallel} calls at a time" : "");
}
