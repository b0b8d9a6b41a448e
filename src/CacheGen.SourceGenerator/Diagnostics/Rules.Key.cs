using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG2xxx: the key.</summary>
internal static partial class Rules
{
    private static readonly Family s_key = new("CacheGen.Key");

    public static readonly DiagnosticDescriptor UnknownHole = s_key.Refusal("CG2001", "A hole names a parameter or a member of one",
        "'{0}' is no {1}; {2}");

    public static readonly DiagnosticDescriptor ServiceInKey = s_key.Refusal("CG2002", "Services are no key parts",
        "'{0}' is of the service type '{1}', which says nothing about the answer: take it out of the key");

    public static readonly DiagnosticDescriptor UnstableKeyType = s_key.Refusal("CG2003", "Key parts have a stable value",
        "'{0}' of type '{1}' cannot be a key part: {2}");

    public static readonly DiagnosticDescriptor UnkeyedRead = s_key.Error("CG2004", "A key holds what the source reads",
        "{0} is read by the source '{1}' and is not in the key, so two calls that differ in it would share an answer: {2}, or mark '{3}' with [NotInKey] if it changes nothing");

    public static readonly DiagnosticDescriptor NeedlessKeyPart = s_key.Suggestion("CG2005", "A key holds nothing that the source ignores",
        "'{0}' is in the key and is never read by the source '{1}', so calls that get the same answer miss one another's entries: {2}");

    public static readonly DiagnosticDescriptor KeysCanBeEqual = s_key.Error("CG2006", "No two methods make the same key",
        "The key \"{0}\" can be equal to \"{1}\" of {2}{3}, as in \"{4}\", and one would get the answers of the other: write a word into one that tells them apart");

    public static readonly DiagnosticDescriptor KeyOfTwoTypes = s_key.Error("CG2007", "One key holds values of one type",
        "{0} is cached under the key \"{1}\", as is {3} by {2}{4}: give one of them a key of its own");

    public static readonly DiagnosticDescriptor MalformedTemplate = s_key.Refusal("CG2008", "A key template is well formed",
        "{0} \"{1}\", position {2}: {3}");

    public static readonly DiagnosticDescriptor UnlikelyHit = s_key.Warning("CG2009", "Another call can have the same key",
        "'{0}' {1}, so hits are unlikely: {2}");

    public static readonly DiagnosticDescriptor FreeTextInKey = s_key.Suggestion("CG2010", "Free text is normalized or hashed in a key",
        "'{0}' looks like what people type in, and each way to write it is a key of its own: write |norm to make white space and case one, |hash if it can be long");

    public static readonly DiagnosticDescriptor SecretInKey = s_key.Warning("CG2011", "Secrets are hashed in a key",
        "'{0}' looks like a secret, and keys are read in logs and in stores: write |hash, or leave it out with [NotInKey] if the answer does not depend on it");

    public static readonly DiagnosticDescriptor CollectionInKey = s_key.Suggestion("CG2012", "The order of a collection counts in a key only on purpose",
        "The items of '{0}' are a key in this very order: write |set if the order does not matter, or cache each item with [CachedBatch]");
}
