using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Prober.Evidence.Har;

namespace Prober.Reproducing;

/// <summary>Finds on recorded pages what a journey has to click and what proves that somebody is signed in.</summary>
internal sealed class PageMarkers(IReadOnlyList<HarEntry> anonymous, IReadOnlyList<HarEntry> signedIn)
{
    private static readonly string[] LogoutWords = ["log out", "logout", "sign out", "signout", "log off", "abmelden", "log ud", "déconnexion", "cerrar sesión"];

    private readonly List<(HarEntry Entry, IReadOnlyList<PageControl> Controls)> _anonymous = [.. anonymous.Select(entry => (entry, Controls(entry)))];
    private readonly List<(HarEntry Entry, IReadOnlyList<PageControl> Controls)> _signedIn = [.. signedIn.Select(entry => (entry, Controls(entry)))];

    /// <summary>What ends the session, by its words or its address; null where no page has it.</summary>
    public (PageControl Control, int Entry)? Logout => First(_signedIn, control => LogoutWords.Any(word => control.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
        || control.Address.Replace("-", "", StringComparison.Ordinal).Contains(word.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    /// <summary>The way out, where no anonymous page has it. Nothing else is taken: what is shown to one person may be that person's name.</summary>
    public (PageControl Control, int Entry)? SignedIn => Logout is { } logout && IsUnknownToOthers(logout.Control) ? logout : null;

    /// <summary>What leads from an anonymous page to an address that was asked for next.</summary>
    public (PageControl Control, int Entry)? LeadingTo(IReadOnlySet<string> addresses) => First(_anonymous, control => addresses.Contains(control.Address));

    private bool IsUnknownToOthers(PageControl control) => !_anonymous.Exists(page => page.Controls.Any(other => other.Text.Equals(control.Text, StringComparison.OrdinalIgnoreCase)));

    private static (PageControl Control, int Entry)? First(List<(HarEntry Entry, IReadOnlyList<PageControl> Controls)> pages, Func<PageControl, bool> wanted)
    {
        foreach (var (entry, controls) in pages)
        {
            if (controls.FirstOrDefault(wanted) is { } control) return (control, entry.Index);
        }

        return null;
    }

    private static IReadOnlyList<PageControl> Controls(HarEntry entry)
    {
        if (entry.Response.Body is not { Length: > 0 } html || entry.Request.Uri is not { } address) return [];
        return [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href], button, input[type=submit]").Select(element => Control(element, address)).Where(control => control.Text.Length is > 0 and < 60)];
    }

    private static PageControl Control(IElement element, Uri page)
    {
        var text = string.Join(' ', (element.LocalName == "input" ? element.GetAttribute("value") ?? "" : element.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var target = element.GetAttribute("href") ?? element.GetAttribute("formaction") ?? element.Closest("form")?.GetAttribute("action") ?? "";
        return new(text, element.LocalName == "a" ? "link" : "button", Uri.TryCreate(page, target, out var resolved) ? resolved.AbsoluteUri : "");
    }
}
