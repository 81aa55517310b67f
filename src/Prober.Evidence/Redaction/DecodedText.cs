using System.Text;

namespace Prober.Evidence.Redaction;

/// <summary>A text with one layer of percent, HTML and JSON escapes undone, and the way back to the positions they came from.</summary>
internal sealed class DecodedText
{
    private readonly List<(int Decoded, int Source)> _steps;

    private DecodedText(string text, List<(int Decoded, int Source)> steps) => (Text, _steps) = (text, steps);

    public string Text { get; }

    /// <summary>Null when there is nothing to undo.</summary>
    public static DecodedText? Of(string source)
    {
        StringBuilder? result = null;
        var steps = new List<(int, int)>();
        int copied = 0, at = 0;
        while (at < source.Length)
        {
            var next = source.AsSpan(at).IndexOfAny('%', '&', '\\');
            if (next < 0) break;
            at += next;
            var length = Escape.Read(source, at, out var decoded);
            if (length == 0)
            {
                at++;
                continue;
            }

            (result ??= new(source.Length)).Append(source, copied, at - copied);
            steps.Add((result.Length, at));
            result.Append(decoded);
            at += length;
            copied = at;
            steps.Add((result.Length, at));
        }

        return result is null ? null : new(result.Append(source, copied, source.Length - copied).ToString(), steps);
    }

    /// <summary>The range of the source behind a range of the decoded text; an escape is taken whole.</summary>
    public (int Start, int End) ToSource(int start, int end) => (Map(start, after: false), Map(end, after: true));

    private int Map(int decoded, bool after)
    {
        int low = 0, high = _steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].Decoded < decoded || (_steps[middle].Decoded == decoded && !after)) low = middle + 1;
            else high = middle;
        }

        return after ? End(low, decoded) : Start(low, decoded);
    }

    // Steps come in pairs: at an even one an escape begins, at the odd one behind it plain text goes on.
    private int Start(int next, int decoded)
    {
        if (next == 0) return decoded;
        var (from, source) = _steps[next - 1];
        return next % 2 == 1 ? source : source + (decoded - from);
    }

    private int End(int next, int decoded)
    {
        if (next % 2 == 1) return _steps[next].Source;
        return next == 0 ? decoded : _steps[next - 1].Source + (decoded - _steps[next - 1].Decoded);
    }
}
