using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Facts.Traffic;

/// <summary>One HAR entry with what every derivation asks of it, parsed once.</summary>
internal sealed class Exchange
{
    private static readonly string[] ScriptTypes = ["fetch", "xhr", "xmlhttprequest"];

    public Exchange(HarEntry entry)
    {
        Entry = entry;
        Query = QueryString.OfUrl(entry.Request.Url);
        Form = FormBody.Of(entry.Request) ?? QueryString.Empty;
        Target = entry.Response.Status is 0 or (>= 300 and < 400) ? RedirectTarget.Of(entry) : null;
        Address = UrlParts.Of(entry.Request.Url).Path;
        Controls = new Lazy<IReadOnlyList<string>>(() => LoginControls.Of(entry.Response));
        Messages = new Lazy<IReadOnlyList<SamlMessage>>(() => FederationShape.Carries(this) ? SamlHarvest.Of(entry) : []);
    }

    public HarEntry Entry { get; }

    public int Index => Entry.Index;

    public Uri? Uri => Entry.Request.Uri;

    /// <summary>Host, with the port where it is not the scheme's own.</summary>
    public string Authority => Uri?.Authority ?? "";

    public string Path => Uri?.AbsolutePath ?? "";

    /// <summary>The URL without query and fragment.</summary>
    public string Address { get; }

    /// <summary>As <see cref="RedirectUris.SameEndpoint"/> compares it; null for what is no address.</summary>
    public string? Endpoint => field ??= Uri is null ? null : RedirectUris.Endpoint(Uri);

    public QueryString Query { get; }

    /// <summary>Fields of a form post; empty when there was none.</summary>
    public QueryString Form { get; }

    /// <summary>Where the response sends the browser, with its fragment; null when it does not.</summary>
    public string? Target { get; }

    public Lazy<IReadOnlyList<string>> Controls { get; }

    /// <summary>SAML and WS-Federation messages on board, read without trust; mostly none.</summary>
    public Lazy<IReadOnlyList<SamlMessage>> Messages { get; }

    public int Status => Entry.Response.Status;

    /// <summary>What a check may read; the source of a script, which a recording may hold too, says nothing of what happened.</summary>
    public string? Body => MediaTypes.IsEvidence(Entry.Response.MimeType) ? Entry.Response.Body : null;

    public bool IsPost => Entry.Request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase);

    public bool IsHtml => Entry.Response.MimeType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        || Entry.Response.Headers["content-type"]?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    public string? FetchDestination => Entry.Request.Headers["sec-fetch-dest"];

    public bool IsFrame => FetchDestination is "iframe" or "frame" or "fencedframe";

    public bool IsScriptCall => Entry.ResourceType is { } type
        ? ScriptTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
        : FetchDestination is "empty" || Entry.Request.Headers["x-requested-with"] is not null;

    /// <summary>True when a click or a typed address began it (Fetch Metadata, Sec-Fetch-User); redirects inherit it from their
    /// start.</summary>
    public bool IsByPerson => Entry.Request.Headers["sec-fetch-user"] == "?1";

    public bool IsPrefetch => (Entry.Request.Headers["sec-purpose"] ?? Entry.Request.Headers["purpose"])
        ?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A page, or a step on the way to one, in the tab itself or in a frame.</summary>
    public bool IsNavigation => Entry.ResourceType is { } type ? type is "document" or "iframe" or "sub_frame"
        : FetchDestination is { } destination ? destination is "document" or "iframe" or "frame"
        : !IsScriptCall && (IsHtml || Target is not null
            || Entry.Request.Headers["accept"]?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>A page of the tab itself.</summary>
    public bool IsDocument => IsNavigation && !IsFrame && !InFrame && !IsPrefetch;

    /// <summary>Set when the recorder tells that it belongs to another frame than the tab's own.</summary>
    public bool InFrame { get; set; }

    public string? Parameter(string name) => Query[name] ?? (Form.Count > 0 ? Form[name] : null);

    public bool Has(string name) => Query.Has(name) || Form.Has(name);
}
