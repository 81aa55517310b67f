using System.Text.Json.Serialization;

namespace Prober.Browser.Pages;

/// <summary>What one look at a document showed: the facts alone, as <c>page-look.js</c> gathers them in one round trip.</summary>
internal sealed record PageLook
{
    /// <summary>The document's time origin: tells one document from the next at the same address.</summary>
    public double Document { get; init; }

    public string Url { get; init; } = "";

    /// <summary>Entries in the tab's history.</summary>
    public int History { get; init; }

    public string Title { get; init; } = "";

    /// <summary><c>document.readyState</c>.</summary>
    public string Ready { get; init; } = "";

    /// <summary>HTTP status of the document; 0 when there was no response.</summary>
    public int Status { get; init; }

    /// <summary>Visible text, white space squeezed, at most 4,000 characters.</summary>
    public string Text { get; init; } = "";

    public int TextLength { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    public IReadOnlyList<PageField> Fields { get; init; } = [];

    public IReadOnlyList<PageControl> Controls { get; init; } = [];

    /// <summary>Visible texts of the elements that hold errors.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The scenario's markers by name: is one visible?</summary>
    public IReadOnlyDictionary<string, bool> Markers { get; init; } = new Dictionary<string, bool>();

    public bool Captcha { get; init; }

    /// <summary>Hidden frames with a silent authorization request under way.</summary>
    public int SilentFrames { get; init; }

    /// <summary>Visible frames large enough to hold a form.</summary>
    public int WideFrames { get; init; }

    /// <summary>The page says that it will load again, or something else, within ten seconds (meta refresh).</summary>
    public bool Refreshes { get; init; }

    /// <summary>Nothing in sight that a picture must hide or wait for: no password in a field, no frame, no font on its way, no scaled pixels.</summary>
    public bool Plain { get; init; }

    public string Fingerprint { get; init; } = "";

    /// <summary>How long the page itself had seen this look stand when it answered, in milliseconds.</summary>
    public double StoodMs { get; init; }

    /// <summary>localStorage, when asked for.</summary>
    public IReadOnlyDictionary<string, string>? Local { get; init; }

    /// <summary>sessionStorage, when asked for.</summary>
    public IReadOnlyDictionary<string, string>? Session { get; init; }

    [JsonIgnore]
    public Uri? Uri => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>The browser's own page in place of one that could not be loaded.</summary>
    [JsonIgnore]
    public bool IsBrowserError => Url.StartsWith("chrome-error:", StringComparison.Ordinal);

    public bool Shows(string marker) => Markers.GetValueOrDefault(marker);
}

/// <summary>A visible input of a page.</summary>
internal sealed record PageField
{
    public string Type { get; init; } = "";

    public string Name { get; init; } = "";

    public string Id { get; init; } = "";

    public string Autocomplete { get; init; } = "";

    public string Label { get; init; } = "";

    public string Placeholder { get; init; } = "";

    /// <summary>Index of its form element on the page; -1 when it stands outside one.</summary>
    public int Form { get; init; } = -1;

    /// <summary>CSS path that leads back to it, through open shadow roots.</summary>
    public string Selector { get; init; } = "";

    public bool Enabled { get; init; }

    public bool Filled { get; init; }

    /// <summary>Something lies on top of it.</summary>
    public bool Covered { get; init; }

    public string InputMode { get; init; } = "";

    public int MaxLength { get; init; } = -1;
}

/// <summary>A visible button or link of a page.</summary>
internal sealed record PageControl
{
    /// <summary>Accessible name.</summary>
    public string Text { get; init; } = "";

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Selector { get; init; } = "";

    public int Form { get; init; } = -1;

    public bool Enabled { get; init; }

    public bool Link { get; init; }

    public bool Submit { get; init; }

    /// <summary>Where a link leads, as scheme, host and port; empty for a button.</summary>
    public string Origin { get; init; } = "";
}
