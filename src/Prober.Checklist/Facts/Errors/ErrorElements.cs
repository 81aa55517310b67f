using System.Text;
using System.Text.RegularExpressions;
using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Errors;

/// <summary>The visible error texts of a login page's HTML. Texts that wait hidden for their moment do not count.</summary>
internal static partial class ErrorElements
{
    public static IReadOnlyList<string> Of(string? html)
    {
        if (html is not { Length: > 0 }) return [];
        html = WithoutComments(html);
        var starts = PatternTable.Default.ErrorElements.SelectMany(pattern => pattern.Positions(html))
            .Select(position => TagStart(html, position)).Distinct().Order();
        return [.. starts.Where(start => start >= 0 && !IsHidden(html, start)).Select(start => TextOf(html, start)).OfType<string>()
            .Distinct()];
    }

    private static string WithoutComments(string html)
    {
        var kept = new StringBuilder(html.Length);
        var at = 0;
        while (html.IndexOf("<!--", at, StringComparison.Ordinal) is >= 0 and var start && html.IndexOf("-->", start + 4, StringComparison.Ordinal) is >= 0 and var end)
        {
            kept.Append(html, at, start - at);
            at = end + 3;
        }

        return at == 0 ? html : kept.Append(html, at, html.Length - at).ToString();
    }

    private static int TagStart(string html, int position) => html.LastIndexOf('<', position);

    private static bool IsHidden(string html, int start)
    {
        var end = html.IndexOf('>', start);
        return end < 0 || HiddenTag().IsMatch(html[start..(end + 1)]);
    }

    private static string? TextOf(string html, int start)
    {
        var open = html.IndexOf('>', start);
        var name = new string([.. html.Skip(start + 1).TakeWhile(char.IsLetterOrDigit)]);
        var close = open < 0 ? -1 : html.IndexOf($"</{name}", open, StringComparison.OrdinalIgnoreCase);
        return name.Length == 0 || close < 0 ? null : PageError.Clean(AnyTag().Replace(html[(open + 1)..close], " "));
    }

    [GeneratedRegex("\\s(hidden|aria-hidden=\"?true\"?)[\\s/>=]|display:\\s*none|visibility:\\s*hidden|class=\"[^\"]*\\b(hidden|hide|d-none|visually-hidden)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HiddenTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyTag();
}
