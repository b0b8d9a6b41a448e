using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>Every diagnostic. Each message says what is wrong and what to do; each id has a page under docs/diagnostics.</summary>
internal static partial class Rules
{
    private const string HelpLinks = "https://github.com/cachegen/cachegen/blob/main/docs/diagnostics/";

    /// <summary>Whether there is no cache code behind a method that breaks this rule.</summary>
    public static bool IsRefusal(this DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>The rules of one category.</summary>
    private sealed class Family(string category)
    {
        /// <summary>Not configurable: with one of these there is no cache code, so to silence it would only move the failure to run time.</summary>
        public DiagnosticDescriptor Refusal(string id, string title, string message) =>
            Rule(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable);

        /// <summary>The code works as it is written, and what was written is a fault; who knows better can silence it.</summary>
        public DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) => Rule(id, title, message, DiagnosticSeverity.Error, tags);

        public DiagnosticDescriptor Warning(string id, string title, string message, params string[] tags) => Rule(id, title, message, DiagnosticSeverity.Warning, tags);

        public DiagnosticDescriptor Suggestion(string id, string title, string message, params string[] tags) => Rule(id, title, message, DiagnosticSeverity.Info, tags);

        private DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
            new(id, title, message, category, severity, isEnabledByDefault: true, description: null, helpLinkUri: HelpLinks + id + ".md", tags);
    }
}
