using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Reporting.Samples;

/// <summary>A single-page application, whose tokens the browser sees: one is meant for somebody else.</summary>
internal static class SampleTokens
{
    public static Report SinglePage()
    {
        var hops = new SampleHops().Login(PhaseName.Login, "portal", prompted: true)
            .Add(PhaseName.Login, "idp", "token request", "https://login.example.com/oauth/token", 200, method: "POST")
            .Add(PhaseName.Login, "idp", "silent authorization request", "https://login.example.com/authorize?prompt=none", 200).Change(hop => hop with { Silent = true });
        EvidencePointer[] evidence = [EvidencePointer.Token(0, "claims.aud", "portal-staging")];
        const string Summary = "The ID token is meant for portal-staging, not for portal.";
        const string Remedy = "Give the application its own client id; it runs with the one of the staging environment.";
        var checks = SampleChecks.Healthy()
            .With("claims-jwt-audience", check => check with { Verdict = Verdict.Fail, Reason = "wrong-audience", Summary = Summary, Remedy = Remedy, Evidence = evidence })
            .With("token-returned", check => check with { Verdict = Verdict.Pass, Reason = "ok", Summary = "An ID token and an access token came from the token endpoint." });
        return SampleReports.Make(Verdict.Fail, FaultOwner.Configuration, SamplePhases.Healthy(), checks, hops.All) with
        {
            Headline = new Headline("claims-jwt-audience", "wrong-audience", Summary, Remedy, evidence),
            Tokens = [IdToken(hops.LastEntry - 1), AccessToken(hops.LastEntry - 1)],
        };
    }

    private static TokenView IdToken(int entry) => new()
    {
        Index = 0,
        Kind = TokenKind.Id,
        Place = TokenPlace.TokenResponse,
        Entry = entry,
        Application = "portal",
        Fingerprint = "sha256:4be1c0de",
        Signature = SignatureVerdict.Valid,
        Header = [new("alg", "RS256", "Signature algorithm", "RS256", true), new("kid", "key-2026-01", "Key of the issuer", null, null)],
        Claims =
        [
            new("iss", "https://login.example.com/", "Who issued it", "https://login.example.com/", true),
            new("aud", "portal-staging", "Whom it is meant for", "portal", false),
            new("sub", "sha256:88e0aa31", "The person, as the issuer knows them", null, null),
            new("exp", "2026-03-12T20:15:04Z (10 h 0 min after it arrived)", "Valid until", "after its arrival", true),
            new("nonce", "sha256:77aa0012", "Binds it to this request", "sha256:77aa0012", true),
            new("email", null, "E-mail address", "present", false),
        ],
    };

    private static TokenView AccessToken(int entry) => new()
    {
        Index = 1,
        Kind = TokenKind.Access,
        Place = TokenPlace.TokenResponse,
        Entry = entry,
        Application = "portal",
        Fingerprint = "sha256:90aa17fe",
        Signature = SignatureVerdict.NotChecked,
        DecodeError = "it has one part instead of three; opaque access tokens are legal",
    };
}
