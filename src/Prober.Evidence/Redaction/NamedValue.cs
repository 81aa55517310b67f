using System.Buffers;

namespace Prober.Evidence.Redaction;

/// <summary>A value in a text, after a sensitive name: <c>state=…</c>, <c>"state": "…"</c>, <c>\"state\":\"…\"</c>, <c>state%3D…</c>.</summary>
internal readonly record struct NamedValue(SecretKind Kind, int Start, int End)
{
    private static readonly SearchValues<char> Terminators = SearchValues.Create("&#;,\"'<>()[]{}\\ \t\r\n`|");
    private static readonly string[] Quotes = ["\\\"", "\\'", "\"", "'", "&quot;", "&#34;", "&#39;", "&#x27;", "%22"];
    private static readonly string[] Separators = ["=", ":", "%3D", "%3d", "%3A", "%3a"];
    private static readonly string[] EncodedEnds = ["%26", "%23", "%22", "&quot;"];

    /// <summary>Where the name that includes the position ends, and the value that follows it, if one does.</summary>
    public static (int NameEnd, NamedValue? Value) At(string text, int position)
    {
        var start = position;
        while (start > 0 && IsNamePart(text[start - 1]) && !IsEscape(text, start)) start--;
        var end = position;
        while (end < text.Length && IsNamePart(text[end])) end++;
        if (SensitiveNames.KindOf(text.AsSpan(start, end - start)) is not { } kind) return (end, null);
        var at = Skip(text, end, Quotes);
        at = SkipSpace(text, at);
        var value = Skip(text, at, Separators);
        if (value == at) return (end, null);
        value = SkipSpace(text, value);
        var open = Skip(text, value, Quotes);
        var quote = text[value..open];
        var stop = quote.Length > 0 ? text.IndexOf(quote, open, StringComparison.Ordinal) : UnquotedEnd(text, open);
        return stop > open ? (end, new NamedValue(kind, open, stop)) : (end, null);
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    // In "%26state" and "\nstate" the characters before the name belong to an escape.
    private static bool IsEscape(string text, int start) =>
        (start >= 3 && text[start - 3] == '%' && char.IsAsciiHexDigit(text[start - 2]) && char.IsAsciiHexDigit(text[start - 1])) || (start >= 2 && text[start - 2] == '\\');

    private static int Skip(string text, int at, string[] options)
    {
        foreach (var option in options)
        {
            if (string.CompareOrdinal(text, at, option, 0, option.Length) == 0) return at + option.Length;
        }

        return at;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at;
    }

    private static int UnquotedEnd(string text, int from)
    {
        var length = text.AsSpan(from).IndexOfAny(Terminators);
        var end = length < 0 ? text.Length : from + length;
        foreach (var mark in EncodedEnds)
        {
            var cut = text.IndexOf(mark, from, end - from, StringComparison.Ordinal);
            if (cut >= 0) end = cut;
        }

        return end;
    }
}
