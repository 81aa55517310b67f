using System.Net;
using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Redaction;

namespace Prober.Checklist.Facts.Errors;

/// <summary>The error that a page or a JSON answer names, by whatever means its vendor uses.</summary>
/// <param name="Code">An OAuth error, a vendor's number, or a code of <c>patterns.json</c>.</param>
/// <param name="Description">Cleaned of markup, at most 300 characters.</param>
internal sealed record PageError(string Code, string? Description)
{
    private static readonly string[] CodeMembers = ["error", "code", "errorCode", "name"];

    /// <summary>What a page that is known to be an error page says; null when it says nothing known.</summary>
    public static PageError? Of(Exchange exchange)
    {
        if (exchange.Query["error"] is { Length: > 0 } error) return new(error, Clean(exchange.Query["error_description"]));
        if (TokenExchanges.Json(exchange.Body) is { } json) return OfJson(json);
        var patterns = PatternTable.Default;
        var text = exchange.Body;
        var description = patterns.NamedDescriptions.Select(pattern => pattern.Find(text, "description"))
            .FirstOrDefault(found => found is not null);
        var named = patterns.NamedErrors.Select(pattern => pattern.Find(text, "code")).FirstOrDefault(found => found is not null);
        var known = patterns.PageTexts.FirstOrDefault(known => known.Pattern.Matches(text));
        return named is not null ? new(named, Clean(description) ?? Clean(known?.Pattern.First(text)))
            : known is not null ? new(known.Code, Clean(description) ?? Clean(known.Pattern.First(text))) : null;
    }

    /// <summary>The fields that login scripts of the vendors answer with.</summary>
    public static PageError? OfJson(JsonObject json)
    {
        // A member "code" may hold an authorization code, so redaction masks it; what is masked names no error.
        var code = CodeMembers.Select(name => TokenExchanges.Text(json, name))
            .FirstOrDefault(text => text is not null && !Fingerprint.IsFingerprint(text));
        var description = TokenExchanges.Text(json, "error_description") ?? TokenExchanges.Text(json, "description")
            ?? TokenExchanges.Text(json, "errorSummary")
            ?? TokenExchanges.Text(json, "message");
        return code is null && description is null ? null : new(code ?? "unnamed", Clean(description));
    }

    /// <summary>A vendor's number in a text, such as AADSTS50011, which says more than the code beside it.</summary>
    public static string? VendorNumber(string? text) => PatternTable.Default.VendorNumber.Find(text, "code")?.ToUpperInvariant();

    /// <summary>Plain text of at most 300 characters.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = WebUtility.HtmlDecode(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var safe = new string([.. plain.Where(character => !char.IsControl(character))]);
        return safe.Length <= 300 ? safe : safe[..300];
    }
}
