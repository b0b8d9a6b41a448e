using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes;

/// <summary>
/// One way to mend one diagnostic, as changes of text: those of many diagnostics can be put together, which is how "fix all" works.
/// </summary>
/// <param name="Title">What the editor's menu says.</param>
/// <param name="Kind">The same for all fixes that one "fix all" applies.</param>
/// <param name="Edits">What changes where.</param>
internal sealed record Fix(string Title, string Kind, ImmutableArray<Edit> Edits)
{
    public Fix(string title, string kind, params Edit[] edits)
        : this(title, kind, ImmutableArray.Create(edits))
    {
    }
}

/// <param name="Tree">The user's file.</param>
/// <param name="Change">What changes in it.</param>
internal readonly record struct Edit(SyntaxTree Tree, TextChange Change)
{
    public static Edit Insert(SyntaxTree tree, int position, string text) => new(tree, new TextChange(new TextSpan(position, 0), text));

    public static Edit Replace(SyntaxTree tree, TextSpan span, string text) => new(tree, new TextChange(span, text));
}
