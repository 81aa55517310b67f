using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Whether a token or a code travelled in an address, where histories, server logs and other sites get to see it.</summary>
public sealed class TokenInUrl : Check
{
    private static readonly string[] Tokens = ["access_token", "id_token", "refresh_token"];
    private static readonly string[] Answers = [.. Tokens, "code"];

    public override CheckInfo Info { get; } = new(
        "extra-token-in-url", Stage.Extra, CheckClass.Root,
        "Do tokens and codes keep out of addresses that others see?",
        "An address ends in the browser's history, in the logs of every proxy on the way and in the Referer; whoever reads it there has the session.",
        "Send tokens in the Authorization header or a form body, and set Referrer-Policy: no-referrer on the page that takes the answer.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording of a login",
        References = ["RFC 9700 sections 4.2 and 4.3.2", "RFC 6750 section 5.3"],
        Reasons = new Dictionary<string, string>
        {
            ["kept-out"] = "no request had a token in its address, and no other site was told a code",
            ["token-in-query"] = "a request had a token in its address",
            ["told-by-referer"] = "a request to another site had the answer of the provider in its Referer",
            ["no-login"] = "no login was seen",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Facts.Transactions.Count == 0) return Finding.NotApplicable("no-login", "No login was seen.");
        foreach (var entry in evidence.Traffic.Entries)
        {
            if (Named(entry.Request.Url, Tokens) is { } token)
                return Finding.Warn("token-in-query", $"A request to {Shown(entry.Request.Url)} has the {token} in its address.", EvidencePointer.Har(entry.Index, $"request.query.{token}", "a token"));
            if (entry.Request.Headers["referer"] is { } referer && IsOfAnotherSite(referer, entry.Request) && Named(referer, Answers) is { } told)
                return Finding.Warn("told-by-referer", $"{entry.Request.Uri?.Authority} was told the {told} that came back to {Shown(referer)}, by the Referer header.", EvidencePointer.Har(entry.Index, "request.header.referer", told));
        }

        return Finding.Pass("kept-out", "No request had a token in its address, and no other site was told a code.");
    }

    private static string? Named(string url, IReadOnlyList<string> names) =>
        QueryString.OfUrl(url) is var query && names.FirstOrDefault(name => query[name] is { Length: > 0 }) is { } found ? found : null;

    private static bool IsOfAnotherSite(string referer, HarRequest request) =>
        Uri.TryCreate(referer, UriKind.Absolute, out var from) && request.Uri is { } to && from.Authority != to.Authority;

    private static string Shown(string url) => url.Split('?')[0];
}
