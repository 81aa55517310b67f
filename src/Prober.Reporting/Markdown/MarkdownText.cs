using System.Text;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Markdown;

/// <summary>
/// Text of the target inside Markdown: nothing in it can end a cell, a list or a code span, open an element, make a link
/// or call a person by name. Made for CommonMark and the dialects of GitHub and GitLab.
/// </summary>
internal static class MarkdownText
{
    private const char ZeroWidthSpace = '\u200B';
    private const string Special = "\\`*_[]|~$#!";

    /// <summary>Running text, for anywhere but the start of a line. Addresses become code, which no dialect makes a link of.</summary>
    public static string Prose(string? text, int length = Printable.SentenceLength)
    {
        var result = new StringBuilder();
        foreach (var (piece, isAddress) in Words.Of(text, length))
        {
            if (isAddress && piece.AsSpan().IndexOfAny('|', '`', '\\') < 0)
                result.Append(Code(piece, length));
            else
                AppendEscaped(result, piece);
        }

        return result.ToString();
    }

    /// <summary>A code span, for addresses, values and ids; fenced by more backticks than the text holds.</summary>
    public static string Code(string? text, int length = 300)
    {
        var line = Printable.Line(text, length);
        if (line.Length == 0)
            return "";

        var fence = new string('`', LongestRun(line) + 1);
        var space = line[0] == '`' || line[^1] == '`' ? " " : "";
        // Tables split at a pipe even inside a code span, unless it is escaped; outside tables the backslash would show.
        return $"{fence}{space}{line}{space}{fence}";
    }

    /// <summary>A code span inside a table's cell.</summary>
    public static string CellCode(string? text, int length = 300) => Code(text, length).Replace("\\|", "\\\\|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static void AppendEscaped(StringBuilder result, string text)
    {
        for (var i = 0; i < text.Length; i++)
            AppendEscaped(result, text, i);
    }

    private static void AppendEscaped(StringBuilder result, string line, int i)
    {
        var c = line[i];
        if (c == '_' && IsInsideWord(line, i))
            result.Append(c);
        else if (Special.Contains(c, StringComparison.Ordinal))
            result.Append('\\').Append(c);
        else if (c == ':' && i + 1 < line.Length && line[i + 1] == '/')
            result.Append("&#58;");
        else if (c == '.' && i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
            result.Append("\\.");
        else
            AppendPlain(result, c);
    }

    private static void AppendPlain(StringBuilder result, char c) => _ = c switch
    {
        '<' => result.Append("&lt;"),
        '>' => result.Append("&gt;"),
        '&' => result.Append("&amp;"),
        '@' => result.Append('@').Append(ZeroWidthSpace),
        _ => result.Append(c),
    };

    private static bool IsInsideWord(string line, int i) =>
        i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]);

    private static int LongestRun(string line)
    {
        var (longest, run) = (0, 0);
        foreach (var c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
