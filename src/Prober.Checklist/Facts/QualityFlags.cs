using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Checklist.Reports;
using Prober.Evidence;

namespace Prober.Checklist.Facts;

/// <summary>Says what limits the evidence, so that a missing answer is not mistaken for a good or a bad one.</summary>
internal sealed class QualityFlags(
    EvidenceBundle bundle, RedirectChains chains, IReadOnlyList<EndpointRole> roles, Sides sides,
        IReadOnlyList<LoginTransaction> transactions)
{
    private static readonly string[] SecretParameters =
        ["code", "state", "nonce", "id_token", "access_token", "SAMLResponse", "SAMLRequest", "code_challenge", "RelayState", "client_id"];

    private readonly IReadOnlyList<Exchange> _exchanges = chains.Exchanges;

    public IReadOnlyList<QualityFlag> Find()
    {
        var flags = new List<QualityFlag>();
        void Add(bool found, string id, string text)
        {
            if (found) flags.Add(new(id, text));
        }

        Add(CookiesStripped, "cookies-stripped",
            "A login form was posted but no entry has a Cookie or Set-Cookie header: the export removed them, so nothing can be said of cookies.");
        Add(ValuesRedacted, "values-redacted", "State, code or tokens are replaced by one mark, so they cannot be compared.");
        Add(SignatureRedacted, "jwt-signature-redacted",
            "The signature part of a token was removed before it came here; claims can be read, the signature cannot be checked.");
        Add(bundle.Traffic.Value?.Report.Sanitized == true, "sanitized",
            "This is a copy cleaned by 'prober sanitize': values are stand-ins, equal where the values were equal, and no signature can be verified here; of those that it tells of, the copy's word must do.");
        Add(BodiesStripped, "bodies-stripped", "Nearly no page or JSON answer has its body, so texts and forms cannot be read.");
        Add(StartsMidFlow, "starts-mid-flow",
            "The recording begins after the authorization request (\"Preserve log\" was off, or it was started late).");
        Add(RedirectsMissing, "redirects-missing",
            "This recorder writes only where a chain of redirects ended: the authorization request, the callback and their cookies are not known.");
        Add(EndsEarly, "ends-early",
            "The recording ends on a page of the identity provider or in a redirect; what came after is not known.");
        Add(_exchanges.Any(exchange => exchange.Entry.FromServiceWorker), "service-worker",
            "A service worker answered some requests, whose headers may be missing.");
        Add(Agents > 1, "multi-browser", "More than one User-Agent sent these requests: the recording mixes browsers.");
        Add(MixedFlows, "mixed-flows", "Several logins of one client run at the same time; each is judged by itself.");
        Add(bundle.Traffic.Value?.Report.Truncated == true, "truncated", "The file ends in the middle: what came after the cut is not known.");
        Add(bundle.Traffic.Value?.Report.OversizedBodies > 0, "oversized-bodies",
            $"{bundle.Traffic.Value?.Report.OversizedBodies} bodies were too long to be read and were left out: what they say is not known.");
        Add(bundle.Run.Replay is not null, "replayed",
            $"The journey was walked through {bundle.Run.Replay?.Recording} ({bundle.Run.Replay?.Used} of its {bundle.Run.Replay?.Entries} exchanges), not through the network: it says what was so then.");
        Add(bundle.Run.Replay?.Unrecorded.Count > 0, "not-in-recording",
            $"The recording has no answer to {string.Join(", ", bundle.Run.Replay?.Unrecorded.Select(request => $"{request.Method} {ShortUrl.Of(request.Url)}").Distinct() ?? [])}.");
        return flags;
    }

    private bool CookiesStripped => LoginNeededCookies && !_exchanges.Any(exchange =>
            exchange.Entry.Request.Headers["cookie"] is not null || exchange.Entry.Response.Headers["set-cookie"] is not null);

    // Behind a password that was taken, and in whoever comes back to the application, a provider knows a person only by a cookie. A recording that ends before may have none yet.
    private bool LoginNeededCookies => transactions.Any(transaction => transaction.Callback is not null)
        || _exchanges.Any(exchange => exchange.Status is >= 300 and < 400 && exchange.Form.Any(entered => entered.Name.Contains("passw", StringComparison.OrdinalIgnoreCase))
            && _exchanges.Any(after => after.Index > exchange.Index && after.IsDocument && after.Authority == exchange.Authority));

    private bool ValuesRedacted => _exchanges.Any(exchange => exchange.Query.Concat(exchange.Form)
        .Any(parameter => SecretParameters.Contains(parameter.Name) && PatternTable.Default.RedactionMarks.Matches(parameter.Value)));

    private bool SignatureRedacted =>
        bundle.Tokens.Value?.Any(token =>
            token.Observed.SignatureDetail?.Contains("redacted", StringComparison.OrdinalIgnoreCase) == true) == true
        || _exchanges.Any(exchange => exchange.Body?.Contains(".redacted", StringComparison.Ordinal) == true
            || exchange.Target?.Contains(".redacted", StringComparison.Ordinal) == true);

    private bool BodiesStripped
    {
        get
        {
            var textual = _exchanges.Where(exchange => exchange.Status == 200 && exchange.Entry.Response.BodySize != 0
                && (exchange.IsHtml || exchange.Entry.Response.MimeType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true))
                    .ToList();
            return textual.Count > 0 && textual.Count(exchange => exchange.Body is null) > textual.Count * 0.8;
        }
    }

    private bool RedirectsMissing => bundle.Traffic.Value is { } traffic && PatternTable.Default.RecordersWithoutRedirects.Matches(traffic.Creator)
        && !_exchanges.Any(exchange => exchange.Status is >= 300 and < 400 and not 304);

    // A run of our own records from the first request to the last; only a file can be cut.
    private bool StartsMidFlow => !bundle.Phases.IsPresent && !StartsAtProvider
        && _exchanges.FirstOrDefault(exchange => roles[exchange.Index] is EndpointRole.Authorization) is var first
        && _exchanges.Take(first?.Index ?? int.MaxValue).Any(exchange => exchange.IsDocument && IsMidFlow(exchange));

    // An answer to nobody's question has no request that could be missing.
    // WS-Federation's answer names no request, so there the context it carries tells.
    private bool StartsAtProvider => transactions is [{ IsUnsolicited: true, Callback: { } callback } first, ..]
        && FederationShape.ResponseIn(_exchanges[callback.Index]) is { InResponseTo: null } && (first.Protocol == LoginProtocol.Saml || first.AnsweredState is null);

    private bool IsMidFlow(Exchange exchange) =>
        roles[exchange.Index] is EndpointRole.CredentialPost or EndpointRole.LoginPage or EndpointRole.Resume
            or EndpointRole.BrokerCallback or EndpointRole.Mfa
        || (roles[exchange.Index] == EndpointRole.ApplicationCallback && EndpointRoles.HasAnswer(exchange, chains))
        || (roles[exchange.Index] == EndpointRole.Application
            && (exchange.Has("state") && (exchange.Has("code") || exchange.Has("error"))));

    private bool EndsEarly => !bundle.Phases.IsPresent
        && _exchanges.LastOrDefault(exchange => exchange.IsDocument && !NetworkFailure.IsNoise(exchange.Entry.Response.Failure)) is { } last
        && (last.Target is not null || ((sides.IsProvider(last) || sides.IsUpstream(last)) && last.Status is 200
            && !roles[last.Index].Equals(EndpointRole.Logout) && !IsPromptAfterLogout(last)));

    // Whoever looks after a logout whether they are out ends on the login page.
    private bool IsPromptAfterLogout(Exchange last) =>
        roles[last.Index] is EndpointRole.LoginPage or EndpointRole.Authorization or EndpointRole.Provider
        && _exchanges.Any(exchange => exchange.Index < last.Index && roles[exchange.Index] == EndpointRole.Logout);

    private int Agents => _exchanges.Select(exchange => exchange.Entry.Request.Headers["user-agent"]).OfType<string>()
        .Distinct(StringComparer.Ordinal).Count();

    private bool MixedFlows => transactions.Where(transaction => !transaction.IsSilent && !transaction.IsUpstream)
        .GroupBy(transaction => transaction.ClientId)
        .Any(client => client.Zip(client.Skip(1)).Any(pair => pair.First.Chain[^1].Index > pair.Second.Authorization.Index
            && pair.First.Callback is not null && pair.First.Callback.Index > pair.Second.Authorization.Index));
}
