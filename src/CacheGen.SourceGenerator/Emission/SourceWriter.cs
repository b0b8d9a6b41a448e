using System.Text;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>Text with indentation. Emitters write raw blocks shaped like what comes out.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line or a block of lines, each indented.</summary>
    public void Write(string lines = "")
    {
        foreach (var line in lines.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed.Length > 0)
                _text.Append(' ', _depth * 4).Append(trimmed);
            _text.Append('\n');
        }
    }

    public void Open(string header)
    {
        Write(header);
        Open();
    }

    public void Open()
    {
        Write("{");
        _depth++;
    }

    /// <param name="behind">What follows the brace.</param>
    public void Close(string behind = "")
    {
        _depth--;
        Write("}" + behind);
    }

    /// <summary>Items with an empty line between them.</summary>
    public void WriteEach<T>(IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                Write();
            first = false;
            write(item);
        }
    }

    public override string ToString() => _text.ToString();
}
