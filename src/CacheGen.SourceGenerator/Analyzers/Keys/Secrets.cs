using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2011: what must not be read in a log, in a key.</summary>
internal static class Secrets
{
    public const string Setting = "cachegen_secret_words";

    private static readonly string[] s_secrets =
    [
        "password", "passwords", "passwd", "pwd", "passphrase", "secret", "secrets", "token", "jwt", "bearer", "credential", "credentials",
        "authorization", "authorizationHeader", "authHeader", "connectionString",
        "apiKey", "accessKey", "privateKey", "secretKey", "signingKey", "encryptionKey", "subscriptionKey", "sharedKey",
    ];

    /// <summary>Tokens that say where one is, or what was read.</summary>
    private static readonly string[] s_harmless =
    [
        "pageToken", "pagingToken", "paginationToken", "continuationToken", "nextToken", "previousToken", "cursorToken", "skipToken", "syncToken", "deltaToken", "changeToken",
        "resumeToken", "stateToken", "versionToken", "cancellationToken", "concurrencyToken", "searchToken", "syntaxToken", "lexerToken", "textToken", "stopToken", "startToken", "endToken",
    ];

    public static void Check(AnalyzedType type, AnalyzedMethod method, IReadOnlyList<KeyRead> reads, Action<Diagnostic> report)
    {
        var more = Words.Setting(type.Options, method.Symbol, Setting);
        foreach (var read in reads)
        {
            if (read.Has("hash") || read.IsTransformed)
                continue;
            var secret = read.Values().FirstOrDefault(value => value.Type.SpecialType == SpecialType.System_String
                && (Words.EndsIn(value.Name, more) || (Words.EndsIn(value.Name, s_secrets) && !Words.EndsIn(value.Name, s_harmless)))).Name;
            if (secret is not null)
                report(Diagnostic.Create(Rules.SecretInKey, read.Location, read.Properties, secret));
        }
    }
}
