using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Eight digits for what a store would hold of a value: its type's name and its serialized members, and theirs. Every type is
/// described once, by its definition, and spoken of by its name elsewhere: so a type may contain itself, even as
/// <c>Node&lt;Node&lt;T&gt;&gt;</c>, and the work is linear in the types that are named.
/// </summary>
internal static class ShapeFingerprint
{
    /// <summary>
    /// Methods of a compilation speak of the same types, and all are parsed anew on each keystroke. The table lets go of what it holds
    /// together with the compilation.
    /// </summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, ShapeDescription>> s_described = new();

    public static string Of(ITypeSymbol value, ParseContext context)
    {
        var own = context.Compilation.Assembly;
        var described = s_described.GetValue(context.Compilation, _ => new(SymbolEqualityComparer.Default));
        var root = ShapeDescription.OfName(value, own);
        var texts = new List<string>();
        var seen = new HashSet<ISymbol>(root.Mentioned, SymbolEqualityComparer.Default);
        var open = new Queue<INamedTypeSymbol>(root.Mentioned);
        while (open.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var description = described.GetOrAdd(open.Dequeue(), type => ShapeDescription.OfType((INamedTypeSymbol)type, own));
            texts.Add(description.Text);
            foreach (var mentioned in description.Mentioned.Where(seen.Add))
                open.Enqueue(mentioned);
        }

        // Not in the order in which they were met, which is that of declarations.
        texts.Sort(StringComparer.Ordinal);
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", texts.Prepend(root.Text))));
        return string.Concat(hash.Take(4).Select(digits => digits.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
