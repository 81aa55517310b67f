using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Holds the redirect URI that was sent against the registered ones, character by character.</summary>
public sealed class RedirectUriDifference : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-redirect-uri-diff", Stage.Extra, CheckClass.Mirror,
        "Is the redirect URI that was sent, character by character, a registered one?",
        "\"Callback URL mismatch\" is reported for addresses that look alike; the difference is one slash, one letter, or a proxy's http.",
        "Register exactly what is sent, or send what is registered; behind a proxy forward scheme, host and port, and let the application trust them.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "callbacks of the application in the scenario, or the provider's settings",
        References = ["RFC 6749 section 3.1.2.3", "RFC 9700 section 4.1.3", "RFC 8252 section 7.3"],
        Reasons = new Dictionary<string, string>
        {
            ["same"] = "it is registered, byte for byte",
            ["accepted"] = "it is not among those known to be registered, but the provider took it",
            ["differs"] = "it differs; class and place are in the summary",
            ["proxy"] = "it differs in scheme, host or port, as an application behind a proxy builds it",
            ["no-request"] = "no authorization request with a redirect URI was seen",
            ["registration-unknown"] = "what is registered is not known",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var sent = evidence.Facts.Interactive.Where(login => login.RedirectUri is not null).ToList();
        if (sent.Count == 0) return Finding.NotApplicable("no-request", "No authorization request with a redirect URI was seen.");
        var known = sent.Select(login => (Login: login, Registered: Registered(evidence, login))).Where(pair => pair.Registered.Count > 0).ToList();
        if (known.Count == 0) return Finding.Inconclusive("registration-unknown", "Which redirect URIs are registered is not known.");
        var others = known.Where(pair => !pair.Registered.Contains(pair.Login.RedirectUri!)).ToList();
        if (others.Count == 0) return Finding.Pass("same", "Every redirect URI that was sent is registered, byte for byte.");
        var refused = others.Find(pair => !pair.Login.Succeeded && !pair.Login.WasPrompted);
        return refused.Login is null
            ? Finding.Pass("accepted", $"{others[0].Login.RedirectUri} is not among the addresses known to be registered, but the provider took it.")
            : Compare(refused.Login, refused.Registered);
    }

    private static IReadOnlyList<string> Registered(EvidenceReader evidence, LoginTransaction login) =>
    [
        .. evidence.Expectations.Applications
            .Where(application => application.Name == login.Application || (login.ClientId is not null && application.ClientId == login.ClientId))
            .SelectMany(application => application.CallbackUrls),
        .. (evidence.Bundle.Configuration.Value?.Clients ?? []).Where(client => client.ClientId == login.ClientId)
            .SelectMany(client => client.CallbackUrls ?? []),
    ];

    private static Finding Compare(LoginTransaction login, IReadOnlyList<string> registered)
    {
        var sent = login.RedirectUri!;
        var (nearest, kind) = RedirectUris.Nearest(sent, registered)!.Value;
        kind = Uri.UnescapeDataString(sent) == Uri.UnescapeDataString(nearest) ? "percent-encoding" : sent.Trim() == nearest.Trim() ? "blank" : kind;
        var text = $"Sent {sent}, registered {nearest}: {CharacterDifference.Of(sent, nearest).InWords} ({kind}).";
        var proof = EvidencePointer.Har(login.Authorization.Index, "request.query.redirect_uri", sent);
        return kind is "scheme" or "port" or "host"
            ? Finding.Warn("proxy", text, proof) with
            {
                Remedy = $"An application behind a proxy builds its address from what the proxy tells it: forward X-Forwarded-Proto, -Host and -Port and let it trust them; otherwise register {sent}.",
            }
            : Finding.Warn("differs", text, proof);
    }
}
