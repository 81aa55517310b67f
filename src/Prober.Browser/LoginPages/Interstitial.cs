using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Prober.Browser.Pages;

namespace Prober.Browser.LoginPages;

/// <summary>A page that stands between login and application, and the answer to it that does no harm.</summary>
internal sealed record Interstitial
{
    private static readonly Interstitial[] All = EmbeddedData.Read("interstitials.json", LoginPagesJson.Default.InterstitialArray);

    private Regex? _text;

    public required string Id { get; init; }

    /// <summary><c>login</c> or <c>logout</c>: when it may be answered.</summary>
    public required string Phase { get; init; }

    /// <summary>Expressions on the visible text.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>Parts of the address; may be left out of the data.</summary>
    public IReadOnlyList<string> Paths { get; set; } = [];

    /// <summary>Expressions on the name of the control to press, best first; none means that it is not answered.</summary>
    public IReadOnlyList<string> Answer { get; init; } = [];

    /// <summary>Tick every box before answering.</summary>
    public bool Tick { get; set; }

    /// <summary>Why this answer does no harm, or why there is none.</summary>
    public required string Why { get; init; }

    [JsonIgnore]
    public bool IsAnswerable => Answer.Count > 0;

    public static IReadOnlyList<Interstitial> Catalog => All;

    /// <summary>The first one that this page is; an answerable one only when its answer stands on the page.</summary>
    public static Interstitial? On(PageLook look, string phase, string username) =>
        All.FirstOrDefault(one => one.Phase == phase && one.Matches(look) && (!one.IsAnswerable || one.ControlOn(look, username) is not null));

    /// <summary>The control to press.</summary>
    public PageControl? ControlOn(PageLook look, string username) =>
        Answer.Select(pattern => PageSignals.OneOf([pattern.Replace("{username}", Regex.Escape(username), StringComparison.Ordinal)]))
            .Select(pattern => look.Controls.FirstOrDefault(control => control.Enabled && pattern.IsMatch(control.Text)))
            .FirstOrDefault(control => control is not null);

    /// <summary>The words that gave it away, for the notice.</summary>
    public string Quote(PageLook look)
    {
        var match = Pattern.Match(look.Text);
        if (!match.Success) return look.Headings is [var heading, ..] ? heading : look.Title;
        var start = look.Text.LastIndexOfAny(['.', '!', '?'], match.Index) + 1;
        return look.Text.AsSpan(start, Math.Min(160, look.Text.Length - start)).Trim().ToString();
    }

    private Regex Pattern => _text ??= PageSignals.OneOf(Text);

    private bool Matches(PageLook look) =>
        Paths.Any(path => look.Url.Contains(path, StringComparison.OrdinalIgnoreCase)) || Pattern.IsMatch(look.Text);
}
