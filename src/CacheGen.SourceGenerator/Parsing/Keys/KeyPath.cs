using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>On the way from a parameter into its members: for whom they are read, and the types passed, against endless nesting.</summary>
internal sealed class KeyPath
{
    private readonly ParseContext _context;
    private readonly ITypeSymbol[] _types;

    public KeyPath(ParseContext context) : this(context, [])
    {
    }

    private KeyPath(ParseContext context, ITypeSymbol[] types)
    {
        _context = context;
        _types = types;
    }

    public bool Contains(ITypeSymbol type) => _types.Contains(type, SymbolEqualityComparer.Default);

    public KeyPath Into(ITypeSymbol type) => new(_context, [.. _types, type]);

    /// <summary>Whether generated code, which is inside the method's type, can read a field or property.</summary>
    public bool CanRead(ISymbol member) => (member is IPropertySymbol property ? property.GetMethod : member) is { } read
        && _context.Compilation.IsSymbolAccessibleWithin(read, _context.Method.ContainingType);
}
