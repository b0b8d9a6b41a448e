using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>A pattern taken apart: which members of the value each part is about.</summary>
internal static class PatternParts
{
    /// <summary>The pattern itself, then those within it, each with the path that it is about.</summary>
    public static IEnumerable<(IPatternOperation Pattern, string Path)> Of(IPatternOperation whole)
    {
        var rest = new Stack<(IPatternOperation Pattern, string Path)>();
        rest.Push((whole, ""));
        while (rest.Count > 0)
        {
            var (pattern, path) = rest.Pop();
            yield return (pattern, path);
            switch (pattern)
            {
                case INegatedPatternOperation negated:
                    rest.Push((negated.Pattern, path));
                    break;
                case IBinaryPatternOperation binary:
                    rest.Push((binary.LeftPattern, path));
                    rest.Push((binary.RightPattern, path));
                    break;
                case IListPatternOperation list:
                    foreach (var item in list.Patterns)
                        rest.Push((item, path));
                    break;
                case ISlicePatternOperation { Pattern: { } slice }:
                    rest.Push((slice, path));
                    break;
                case IRecursivePatternOperation recursive:
                    foreach (var property in recursive.PropertySubpatterns)
                        rest.Push((property.Pattern, MemberPath.Join(path, MemberOf(property.Member))));
                    for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                        rest.Push((recursive.DeconstructionSubpatterns[i], MemberPath.Join(path, PartOf(recursive.InputType, recursive.DeconstructSymbol, i))));
                    break;
            }
        }
    }

    /// <summary>The local that a pattern declares.</summary>
    public static ILocalSymbol? Declared(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    } as ILocalSymbol;

    /// <summary>Whether the part itself asks something of the value: <c>var x</c> does not, nor does what only leads to its members.</summary>
    public static bool IsTest(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation or IRelationalPatternOperation or ITypePatternOperation or IListPatternOperation => true,
        IDeclarationPatternOperation declaration => !declaration.MatchesNull,
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.IsEmpty && recursive.DeconstructionSubpatterns.IsEmpty,
        _ => false,
    };

    /// <summary>What a deconstruction calls one of its parts; empty where nobody knows.</summary>
    public static string PartOf(ITypeSymbol? type, ISymbol? deconstruct, int index)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return index < tuple.TupleElements.Length ? tuple.TupleElements[index].Name : "";
        // Of a record the compiler names the parts as the members.
        var name = deconstruct is IMethodSymbol { IsStatic: false } method && index < method.Parameters.Length ? method.Parameters[index].Name : null;
        return name is not null && type is { IsRecord: true } && type.GetMembers(name).Any(member => member is IPropertySymbol) ? name : "";
    }

    private static string MemberOf(IOperation member) => member switch
    {
        IFieldReferenceOperation field => MemberPath.StepOf(field.Field),
        IPropertyReferenceOperation property when property.Property.IsStored() => property.Property.Name,
        _ => "",
    };
}
