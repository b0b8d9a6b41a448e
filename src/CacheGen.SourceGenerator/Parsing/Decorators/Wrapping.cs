using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>The interfaces that a type both implements and holds an instance of, and how its code reaches these instances.</summary>
internal sealed class Wrapping(INamedTypeSymbol type, Compilation compilation)
{
    private Dictionary<ISymbol, string>? _names;

    /// <summary>Fields, properties and constructor parameters whose instance can stand in for the type as this interface.</summary>
    public IReadOnlyList<ISymbol> HoldersOf(INamedTypeSymbol wrapped)
    {
        // What the type says it is, it wraps: an IClient beats other things that happen to be IDisposable too.
        var said = type.Interfaces.Where(root => Is(root, wrapped)).ToArray();
        var exact = Find(held => said.Any(root => SymbolEqualityComparer.Default.Equals(root, held)));
        return exact.Count > 0 ? exact : Find(held => Is(held, wrapped));
    }

    /// <summary>Whether what a member holds can be used as this interface.</summary>
    public bool Holds(ISymbol holder, INamedTypeSymbol wrapped) => Is(holder.HeldType(), wrapped);

    /// <summary>The member through which the type's code, also a lambda that got the type's instance, reaches a member of what is wrapped.</summary>
    public WrappedAccess Access(ISymbol holder, ISymbol member)
    {
        var held = holder.HeldType();
        var views = held is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself ? [itself] : type.Interfaces.Where(root => Is(held, root)).ToArray();
        var view = views.FirstOrDefault(candidate => FindsOnly(candidate, member)) ?? member.ContainingType;
        var name = Names.Identifier(holder.Name);
        if (holder is not IParameterSymbol && SymbolEqualityComparer.Default.Equals(view, held) && !IsHidden(holder))
            return new(name, null);

        var property = (_names ??= NamesOf())[holder];
        if (!SymbolEqualityComparer.Default.Equals(view, views.FirstOrDefault() ?? view))
        {
            var namesakes = type.AllInterfaces.Where(other => other.Name == view.Name).ToList();
            var index = namesakes.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, view));
            property = Names.Free([$"{property}As{view.Name}{(index > 0 ? $"{index + 1}" : "")}"], IsTaken);
        }

        return new(property, new(property, view.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Code(), IsHidden(holder) ? $"base.{name}" : name));
    }

    private IReadOnlyList<ISymbol> Find(Func<ITypeSymbol, bool> isWanted) => HeldMembers.Find(type, compilation, member =>
        // Static ones are shared defaults, and one's own kind is a parent, a copy: nothing that is wrapped.
        !member.IsStatic && !member.HeldType().BasesOf().Contains(type, SymbolEqualityComparer.Default) && isWanted(member.HeldType()));

    private bool Is(ITypeSymbol held, INamedTypeSymbol wrapped) => held.IsReferenceType && compilation.HasImplicitConversion(held, wrapped);

    /// <summary>A call through this type means that member, whatever else is called so.</summary>
    private bool FindsOnly(INamedTypeSymbol view, ISymbol member) => Is(view, member.ContainingType) && view.AllInterfaces.Prepend(view)
        .Where(level => level.GetMembers(member.Name).Any())
        .All(level => SymbolEqualityComparer.Default.Equals(level, member.ContainingType));

    private bool IsHidden(ISymbol holder) => holder is not IParameterSymbol && type.BasesOf()
        .TakeWhile(level => !SymbolEqualityComparer.Default.Equals(level, holder.ContainingType))
        .Any(level => level.GetMembers(holder.Name).Any(member => !member.IsGenerated()));

    // All holders, in one order, so that each method of the type comes to the same names.
    private Dictionary<ISymbol, string> NamesOf()
    {
        var names = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var holder in type.AllInterfaces.SelectMany(HoldersOf))
        {
            if (names.ContainsKey(holder))
                continue;
            var plain = holder.Name.TrimStart('_');
            var name = SyntaxFacts.IsValidIdentifier(plain) ? Names.Pascal(plain) : "Inner";
            names.Add(holder, Names.Free([name, "Wrapped" + name], taken => IsTaken(taken) || names.ContainsValue(taken)));
        }

        return names;
    }

    private bool IsTaken(string name) => TypeParser.IsTaken(type, name) || TypeParser.ReservedNames.Contains(name);
}

/// <param name="Name">A member of the type.</param>
/// <param name="Accessor">That member, where it is generated.</param>
internal sealed record WrappedAccess(string Name, AccessorModel? Accessor);
