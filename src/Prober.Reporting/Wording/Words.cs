namespace Prober.Reporting.Wording;

/// <summary>Splits a sentence so that the addresses in it can be set as code, which reads better and links nowhere.</summary>
internal static class Words
{
    private const string Closing = ".,;:!?)";

    /// <summary>The sentence in pieces, made printable; together they are the whole text.</summary>
    public static IEnumerable<(string Text, bool IsCode)> Of(string? sentence, int length)
    {
        var line = Printable.Line(sentence, length);
        var start = 0;
        while (NextAddress(line, start) is { } address)
        {
            if (address.Start > start)
                yield return (line[start..address.Start], false);
            yield return (line[address.Start..address.End], true);
            start = address.End;
        }

        if (start < line.Length)
            yield return (line[start..], false);
    }

    private static (int Start, int End)? NextAddress(string line, int from)
    {
        var scheme = line.IndexOf("://", from, StringComparison.Ordinal);
        if (scheme < 0)
            return null;

        var start = scheme;
        while (start > from && char.IsAsciiLetterOrDigit(line[start - 1]))
            start--;
        var end = line.IndexOf(' ', scheme);
        end = end < 0 ? line.Length : end;
        while (end > scheme + 3 && Closing.Contains(line[end - 1], StringComparison.Ordinal))
            end--;
        return (start, end);
    }
}
