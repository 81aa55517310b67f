using System.Text.RegularExpressions;

namespace Prober.Checklist.Checks.Claims;

/// <summary>The <c>iss</c> claim against the issuer that discovery or the scenario names, byte for byte.</summary>
public sealed class TokenIssuer : IdTokenCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-jwt-issuer",
        Stage.Claims,
        CheckClass.Root,
        Question: "Was the ID token issued by the expected issuer?",
        Why: "Libraries compare the issuer byte for byte; one slash or another host name ends the login.",
        Remedy: "Set the application's issuer (authority) to exactly what the token says, or let the provider issue under the name the application knows.")
    {
        DependsOn = ["claims-jwt-decodes"],
        Owner = FaultOwner.Configuration,
        References = ["OpenID Connect Core 1.0 section 3.1.3.7 rule 2", "OpenID Connect Discovery 1.0 section 4.3", "RFC 9207 section 2.4"],
        AnsweredBy = "the scenario's provider.issuer, or the provider's discovery document",
        Reasons = Reasons(
            ("equal", "The issuer is the expected one."),
            ("same-host", "No issuer is known, but the token's host is the one that was asked."),
            ("trailing-slash", "Only a trailing slash differs."),
            ("other-host-of-provider", "The issuer is another host name of the same provider, such as the tenant's own domain."),
            ("different", "The issuer is another one."),
            ("missing", "The token names no issuer."),
            ("callback-issuer", "The callback's iss differs from the token's."),
            ("no-expectation", "Nothing says which issuer is right.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        if (token.Text("iss") is not { } issuer)
            return Finding.Fail("missing", $"{token.Name} names no issuer.", EvidencePointer.Token(token.Index, "claims.iss", null));
        if (token.Transaction is { Callback: { } callback } transaction && transaction.CallbackParameters.GetValueOrDefault("iss") is { } answered && answered != issuer)
        {
            return Finding.Fail("callback-issuer",
                $"The callback says it comes from {answered}, but {token.NameInSentence} says {issuer}. Two providers may be mixed up.",
                token.Claim("iss"), EvidencePointer.Har(callback.Index, "callback.iss", answered));
        }

        return ExpectedIssuer.Of(evidence) is { } expected ? Compare(token, issuer, expected, evidence) : WithoutExpectation(token, issuer);
    }

    private static Finding Compare(ReceivedIdToken token, string issuer, string expected, EvidenceReader evidence)
    {
        if (issuer == expected || IsTenantOf(token, issuer, expected))
            return Finding.Pass("equal", $"{token.Name} was issued by {issuer}.", token.Claim("iss"));
        if (issuer.TrimEnd('/') == expected.TrimEnd('/'))
        {
            return Finding.Warn("trailing-slash",
                $"{token.Name} was issued by '{issuer}', the application expects '{expected}': only the slash at the end differs, and strict libraries refuse that.",

                token.Claim("iss"));
        }

        var summary = $"{token.Name} was issued by {issuer}, the application expects {expected}.";
        return IsOwnHost(issuer, evidence)
            ? Finding.Fail("other-host-of-provider", $"{summary} Both are names of the same provider.", token.Claim("iss"))
            : Finding.Fail("different", summary, token.Claim("iss"));
    }

    /// <summary>Entra's multi-tenant issuer is a pattern: <c>{tenantid}</c> stands for the token's tenant.</summary>
    private static bool IsTenantOf(ReceivedIdToken token, string issuer, string expected) =>
        expected.Contains("{tenantid}", StringComparison.OrdinalIgnoreCase) &&
        (Guid.TryParse(token.Text("tid"), out _)
            ? expected.Replace("{tenantid}", token.Text("tid"), StringComparison.OrdinalIgnoreCase) == issuer
            : Regex.IsMatch(issuer, $"^{Regex.Escape(expected).Replace(@"\{tenantid}", "[0-9a-fA-F-]{36}", StringComparison.OrdinalIgnoreCase)}$"));

    private static bool IsOwnHost(string issuer, EvidenceReader evidence) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) &&
        (evidence.Expectations.Provider.Hosts.Intersect([uri.Host, uri.Authority], StringComparer.OrdinalIgnoreCase).Any() ||
            (evidence.Bundle.Traffic.IsPresent && evidence.Facts.ProviderHosts.Contains(uri.Authority)));

    private static Finding WithoutExpectation(ReceivedIdToken token, string issuer)
    {
        var asked = token.Transaction?.Authorization.Request.Uri;
        if (asked is not null && Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Authority.Equals(asked.Authority, StringComparison.OrdinalIgnoreCase))
            return Finding.Pass("same-host",
                $"{token.Name} was issued by {issuer}, the host that was asked.", token.Claim("iss")) with
            { Confidence = Confidence.Medium };
        return Finding.Inconclusive("no-expectation",
            $"{token.Name} was issued by {issuer}; nothing says whether that is right.", token.Claim("iss"));
    }
}
