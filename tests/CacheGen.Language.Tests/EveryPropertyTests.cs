using System.ComponentModel;
using System.Reflection;
using Xunit;

namespace CacheGen.Language.Tests;

/// <summary>
/// This project is written as a user would write it, one file a feature. Whatever the attributes can say is said somewhere in it, and so
/// compiled and run.
/// </summary>
public sealed class EveryPropertyTests
{
    [Fact]
    public void EveryAttributeAndProperty_IsUsedInThisProject() =>
        Assert.Empty(All().Except(Used()));

    /// <summary>The attributes that users write, and what each can say.</summary>
    private static IEnumerable<string> All()
    {
        var attributes = typeof(CachedAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && type.GetCustomAttribute<EditorBrowsableAttribute>() is null).ToArray();
        Assert.Contains(typeof(InvalidatesAttribute), attributes);
        return attributes.Where(type => !type.IsAbstract).Select(type => type.Name)
            .Concat(attributes.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Select(Name));
    }

    private static HashSet<string> Used()
    {
        var used = new HashSet<string>();
        foreach (var attribute in Written().Where(attribute => attribute.AttributeType.Assembly == typeof(CachedAttribute).Assembly))
        {
            used.Add(attribute.AttributeType.Name);
            var said = attribute.NamedArguments.Select(argument => argument.MemberName)
                .Concat(attribute.Constructor.GetParameters().Select(parameter => parameter.Name!));
            foreach (var name in said)
            {
                if (attribute.AttributeType.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { } property)
                    used.Add(Name(property));
            }
        }

        return used;
    }

    /// <summary>All attributes in this assembly: of itself, of types, members and parameters.</summary>
    private static IEnumerable<CustomAttributeData> Written()
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var assembly = typeof(EveryPropertyTests).Assembly;
        var members = assembly.GetTypes().SelectMany(type => type.GetMembers(Everything).Append(type)).ToArray();
        var parameters = members.OfType<MethodBase>().SelectMany(method => method.GetParameters());
        return assembly.GetCustomAttributesData()
            .Concat(members.SelectMany(member => member.GetCustomAttributesData()))
            .Concat(parameters.SelectMany(parameter => parameter.GetCustomAttributesData()));
    }

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
