using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Token;

/// <summary>What is doubtful about a callback that was called and answered.</summary>
internal static class CallbackWarnings
{
    public static Finding? Of(EvidenceReader evidence, LoginTransaction login, HarEntry callback) =>
        WrongIssuer(evidence, login, callback) ?? Dropped(evidence, login, callback) ?? Twice(evidence, login) ?? Cached(callback)
            ?? Artifact(login, callback) ?? InQuery(login, callback);

    // RFC 9207: a client that talks to several providers must refuse an answer that names another issuer.
    private static Finding? WrongIssuer(EvidenceReader evidence, LoginTransaction login, HarEntry callback)
    {
        var expected = evidence.Expectations.Provider.Issuer ?? evidence.Bundle.Provider.Value?.Discovery?["issuer"]?.ToString();
        if (login.CallbackParameters.GetValueOrDefault("iss") is not { } issuer || expected is null || issuer == expected) return null;
        var pointer = EvidencePointer.Har(callback.Index, "request.query.iss", issuer);
        var promised = evidence.Bundle.Provider.Value?.Discovery?["authorization_response_iss_parameter_supported"]?.ToString() == "true";
        var summary = $"The answer names the issuer {issuer}; expected is {expected}.";
        return promised ? Finding.Fail("issuer-mismatch", summary, pointer)
            with
        {
            Fault = FaultOwner.Configuration,
            Remedy = "Use the issuer of the provider's discovery document in the application, byte for byte."
        }
            : Finding.Warn("issuer-mismatch", summary, pointer);
    }

    private static Finding? Dropped(EvidenceReader evidence, LoginTransaction login, HarEntry callback)
    {
        if (evidence.Facts.RedirectedTo(callback) is not { } next || login.CallbackKind != CallbackKind.Query
            || next.Request.Uri is not { } target || callback.Request.Uri is not { } source) return null;
        var sameHandler = target.Host == source.Host && target.AbsolutePath.TrimEnd('/') == source.AbsolutePath.TrimEnd('/');
        if (!sameHandler || QueryString.OfUrl(next.Request.Url).Has("code")) return null;
        EvidencePointer[] proof = [EvidencePointer.Har(callback.Index, "response.header.location", next.Request.Url.Split('?')[0]),
            EvidencePointer.Har(next.Index, "response.status", $"{next.Response.Status}")];
        var summary = $"The application redirected its callback to {next.Request.Url.Split('?')[0]} and lost the result on the way.";
        return (next.Response.Status >= 400 ? Finding.Fail("query-dropped", summary, proof) : Finding.Warn("query-dropped", summary, proof))
            with
        {
            Remedy =
                "Register the callback in the form the application ends at (scheme, slash), or let the redirect keep the query."
        };
    }

    private static Finding? Twice(EvidenceReader evidence, LoginTransaction login) =>
        evidence.Facts.CallbackRequests(login) is { Count: > 1 } calls
        ? Finding.Warn("called-twice", "The callback was called twice with the same code (refresh, double submit or prefetch).",
            [.. calls.Select(call => EvidencePointer.Har(call.Index, "request.url", call.Request.Url.Split('?')[0]))]) : null;

    private static Finding? Cached(HarEntry callback) =>
        callback.Response.Headers["x-cache"]?.Contains("HIT", StringComparison.OrdinalIgnoreCase) == true
        ? Finding.Warn("cached", "The callback was answered from a cache.",
            EvidencePointer.Har(callback.Index, "response.header.x-cache", callback.Response.Headers["x-cache"]))
            with
        { Remedy = "Send Cache-Control: no-store on the callback." } : null;

    // saml-profiles-2.0-os section 4.1.2: a response travels by POST or artifact; addresses end up in logs and are cut where they are long.
    private static Finding? InQuery(LoginTransaction login, HarEntry callback) =>
        login.CallbackKind == CallbackKind.Query && login.CallbackParameters.ContainsKey("SAMLResponse")
            ? Finding.Warn("assertion-in-query", "The SAML response came in the address; the profile allows POST and artifact only.",
                EvidencePointer.Har(callback.Index, "request.query.SAMLResponse", "present")) with
            { Fault = FaultOwner.IdentityProvider, Remedy = "Set the binding of the assertion consumer service to HTTP-POST at the provider." } : null;

    private static Finding? Artifact(LoginTransaction login, HarEntry callback) => login.CallbackParameters.ContainsKey("SAMLart")
        ? Finding.Warn("artifact", "Only an artifact was sent; the assertion itself travels where no browser sees it.",
            EvidencePointer.Har(callback.Index, "request.query.SAMLart", "present")) : null;
}
