using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Writes;

/// <summary>The tags that a template, or a string at run time, can be.</summary>
internal sealed class TagPattern
{
    // No character of a tag.
    private const char Hole = '\0';

    private const string Blank = "{...}";

    private readonly string _pattern;

    private TagPattern(string text, string pattern) => (Text, _pattern) = (text, pattern);

    /// <summary>As it is written.</summary>
    public string Text { get; }

    public static TagPattern OfTemplate(string template) =>
        new(template, string.Concat(KeyTemplate.Split(template, static (_, _) => { }).Select(static item => item.Path is null ? item.Literal : Hole.ToString())));

    /// <summary>Null where nothing of the text is known.</summary>
    public static TagPattern? Of(IOperation value)
    {
        var pattern = Read(value);
        var text = value.Syntax is InterpolatedStringExpressionSyntax interpolated ? interpolated.Contents.ToString() : pattern.Replace(Hole.ToString(), Blank);
        return pattern.Trim(Hole).Length == 0 ? null : new(text, pattern);
    }

    /// <summary>Those of others that are spelt nearly as this one, whatever their holes are called; else some that there are.</summary>
    public string Advice(IReadOnlyCollection<TagPattern> others)
    {
        var known = others.GroupBy(other => other.Shape).ToDictionary(same => same.Key, same => same.First().Text);
        var near = Names.Near(Shape, known.Keys).Take(1).ToArray();
        return near.Length > 0 ? $"did you mean '{known[near[0]]}'?"
            : known.Count > 0 ? $"there are {string.Join(", ", known.Values.OrderBy(text => text, StringComparer.Ordinal).Take(5).Select(text => $"'{text}'"))}"
            : "there are none";
    }

    private string Shape => _pattern.Replace(Hole.ToString(), Blank);

    /// <summary>Whether there is a tag that both can be. What a hole writes is not known: any text will do.</summary>
    public bool Meets(TagPattern other)
    {
        // How far the other may be, after each character of this one.
        var reached = new bool[other._pattern.Length + 1];
        reached[0] = true;
        Skip(reached, other._pattern);
        foreach (var c in _pattern)
        {
            var next = new bool[reached.Length];
            for (var i = 0; i < reached.Length; i++)
            {
                if (!reached[i])
                    continue;
                if (c == Hole)
                {
                    for (var j = i; j < next.Length; j++)
                        next[j] = true;
                    break;
                }

                if (i < other._pattern.Length && other._pattern[i] == Hole)
                    next[i] = true;
                else if (i < other._pattern.Length && other._pattern[i] == c)
                    next[i + 1] = true;
            }

            Skip(next, other._pattern);
            reached = next;
        }

        return reached[reached.Length - 1];
    }

    // A hole may be empty.
    private static void Skip(bool[] reached, string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
            reached[i + 1] |= reached[i] && pattern[i] == Hole;
    }

    private static string Read(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant.ToString() ?? "",
        IInterpolatedStringOperation interpolated => string.Concat(interpolated.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation text => Read(text.Text),
            IInterpolationOperation hole => Read(hole.Expression),
            _ => Hole.ToString(),
        })),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Read(sum.LeftOperand) + Read(sum.RightOperand),
        IConversionOperation conversion => Read(conversion.Operand),
        _ => Hole.ToString(),
    };
}
