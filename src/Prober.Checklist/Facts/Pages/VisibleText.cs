using System.Text.RegularExpressions;

namespace Prober.Checklist.Facts.Pages;

/// <summary>What a person could read of a page's HTML: without scripts, styles, templates and what is marked hidden.</summary>
internal static partial class VisibleText
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant;

    public static string Of(string? html)
    {
        if (html is not { Length: > 0 }) return "";
        try
        {
            var shown = HiddenElement().Replace(Unseen().Replace(html, " "), " ");
            return string.Join(' ', Tag().Replace(shown, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (RegexMatchTimeoutException)
        {
            return "";
        }
    }

    [GeneratedRegex("<(script|style|template|noscript|head)\\b.*?</\\1\\s*>|<!--.*?-->", Options, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex("<([a-z0-9]+)\\b[^>]*(\\shidden(?=[\\s>=/])|display:\\s*none|aria-hidden=\"true\")[^>]*>.*?</\\1\\s*>", Options, 1000)]
    private static partial Regex HiddenElement();

    [GeneratedRegex("<[^>]*>", Options, 1000)]
    private static partial Regex Tag();
}
