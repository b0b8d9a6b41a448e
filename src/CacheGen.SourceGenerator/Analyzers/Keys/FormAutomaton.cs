using System.Globalization;
using System.Text;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>
/// The texts of a form (see KeyForms) as a nondeterministic automaton, so that a text that two forms share can be found. It reads what forms are
/// written with: characters, <c>\.</c>, <c>[a-z]</c>, <c>(…|…)</c>, <c>? * + {n} {n,m}</c>.
/// </summary>
internal sealed class FormAutomaton
{
    /// <summary>An empty text says little as an example: it takes as many steps as a character does.</summary>
    private const int StepsOfEmpty = 10;

    private readonly List<List<(CharSet On, int To)>> _moves = [];
    private readonly string _form;
    private readonly int _end;
    private int _position;

    public FormAutomaton(string form)
    {
        _form = form;
        _end = Alternatives()(NewState());
    }

    /// <summary>Adds the states of a piece behind a state; returns the state behind the piece.</summary>
    private delegate int Piece(int from);

    /// <summary>A short text that both can write; null where there is none.</summary>
    public static string? Shared(FormAutomaton one, FormAutomaton other, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<(int, int), ((int, int) Before, char? By)> { [(0, 0)] = ((-1, -1), null) };
        var queue = new Queue<(int One, int Other)>([(0, 0)]);
        while (queue.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pair = queue.Dequeue();
            if (pair == (one._end, other._end))
                return TextTo(pair, seen);
            foreach (var (on, to) in one._moves[pair.One])
            {
                if (on.IsEmpty)
                {
                    Reach((to, pair.Other), pair, null);
                    continue;
                }

                foreach (var (otherOn, otherTo) in other._moves[pair.Other])
                {
                    if (on.And(otherOn) is { IsEmpty: false } both)
                        Reach((to, otherTo), pair, both.Example);
                }
            }

            foreach (var (on, to) in other._moves[pair.Other])
            {
                if (on.IsEmpty)
                    Reach((pair.One, to), pair, null);
            }
        }

        return null;

        void Reach((int, int) next, (int, int) from, char? by)
        {
            if (seen.ContainsKey(next))
                return;
            seen[next] = (from, by);
            queue.Enqueue(next);
        }
    }

    private static string TextTo((int, int) pair, Dictionary<(int, int), ((int, int) Before, char? By)> seen)
    {
        var text = new StringBuilder();
        for (var at = pair; at.Item1 >= 0; at = seen[at].Before)
        {
            if (seen[at].By is { } c)
                text.Insert(0, c);
        }

        return text.ToString();
    }

    private int NewState()
    {
        _moves.Add([]);
        return _moves.Count - 1;
    }

    private int Move(int from, CharSet on, int? to = null)
    {
        var target = to ?? NewState();
        _moves[from].Add((on, target));
        return target;
    }

    private bool IsAt(char c) => _position < _form.Length && _form[_position] == c;

    private Piece Alternatives()
    {
        var all = new List<Piece> { Sequence() };
        while (IsAt('|'))
        {
            _position++;
            all.Add(Sequence());
        }

        return all.Count == 1 ? all[0] : from =>
        {
            var end = NewState();
            foreach (var one in all)
                Move(one(Move(from, CharSet.None)), CharSet.None, end);
            return end;
        };
    }

    private Piece Sequence()
    {
        var all = new List<Piece>();
        while (_position < _form.Length && !IsAt('|') && !IsAt(')'))
            all.Add(Repeated());
        return from => all.Aggregate(from, (state, one) => one(state));
    }

    private Piece Repeated()
    {
        var piece = One();
        if (_position == _form.Length)
            return piece;
        var (min, max) = _form[_position] switch
        {
            '?' => (0, 1),
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '{' => Bounds(),
            _ => (-1, 0),
        };
        if (min < 0)
            return piece;
        _position++;
        return from => Repeat(piece, min, max, from);
    }

    private (int Min, int Max) Bounds()
    {
        var end = _form.IndexOf('}', _position);
        var bounds = _form.Substring(_position + 1, end - _position - 1).Split(',');
        _position = end;
        return (int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[bounds.Length - 1], CultureInfo.InvariantCulture));
    }

    private int Repeat(Piece piece, int min, int max, int from)
    {
        var end = NewState();
        var state = from;
        for (var i = 0; i < min; i++)
            state = piece(state);
        if (min > 0)
            Move(state, CharSet.None, end);
        else
            Move(Enumerable.Range(1, StepsOfEmpty).Aggregate(state, (at, _) => Move(at, CharSet.None)), CharSet.None, end);

        if (max == int.MaxValue)
        {
            var loop = Move(state, CharSet.None);
            var after = piece(loop);
            Move(after, CharSet.None, loop);
            Move(after, CharSet.None, end);
            return end;
        }

        for (var i = min; i < max; i++)
        {
            state = piece(state);
            Move(state, CharSet.None, end);
        }

        return end;
    }

    private Piece One()
    {
        var c = _form[_position++];
        if (c == '(')
        {
            var inner = Alternatives();
            _position++;
            return inner;
        }

        var set = c == '[' ? Class() : CharSet.None.Add(c == '\\' ? c = _form[_position++] : c, c);
        return from => Move(from, set);
    }

    private CharSet Class()
    {
        var set = CharSet.None;
        while (!IsAt(']'))
        {
            var from = _form[_position++];
            if (from == '\\')
                from = _form[_position++];
            var isRange = IsAt('-') && _form[_position + 1] != ']';
            var to = isRange ? _form[_position + 1] : from;
            _position += isRange ? 2 : 0;
            set = set.Add(from, to);
        }

        _position++;
        return set;
    }
}
