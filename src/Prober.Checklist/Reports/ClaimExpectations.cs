using Prober.Checklist.Checks.Claims;

namespace Prober.Checklist.Reports;

/// <summary>What is expected of one claim, in words, and whether it holds.</summary>
internal sealed record ClaimExpectation(string Text, bool? Fits, bool IsRequired = false);

/// <summary>What request, scenario and provider expect of the claims of an ID token.</summary>
internal static class ClaimExpectations
{
    public static Dictionary<string, ClaimExpectation> Of(ReceivedIdToken token, EvidenceReader evidence)
    {
        var expected = new Dictionary<string, ClaimExpectation>(StringComparer.Ordinal);
        foreach (var (name, pattern) in evidence.Expectations.RequiredClaims.Concat(token.Application?.RequiredClaims ?? new Dictionary<string, string?>()))
            expected[name] = Required(token, name, pattern);
        if (ExpectedIssuer.Of(evidence) is { } issuer)
            expected["iss"] = new ClaimExpectation(issuer, issuer.Contains('{', StringComparison.Ordinal) ? null : token.Text("iss") == issuer, IsRequired: true);
        if (token.ClientId is { } client)
            expected["aud"] = new ClaimExpectation(client, token.Values("aud").Contains(client), IsRequired: true);
        if (token.Transaction?.Parameters.GetValueOrDefault("nonce") is { } nonce)
            expected["nonce"] = new ClaimExpectation(nonce, token.Text("nonce") == nonce, IsRequired: true);
        AddTimes(token, evidence, expected);
        AddContext(token, evidence, expected);
        return expected;
    }

    private static ClaimExpectation Required(ReceivedIdToken token, string name, string? pattern)
    {
        bool? fits = token.Has(name) ? pattern is null ? true : token.Token.Observed.ClaimMatches.TryGetValue(name, out var matches) ? matches : null : false;
        return new ClaimExpectation(pattern is null ? "present" : $"matches {pattern}", fits, IsRequired: true);
    }

    private static void AddTimes(ReceivedIdToken token, EvidenceReader evidence, Dictionary<string, ClaimExpectation> expected)
    {
        if (token.Token.Entry is null || token.Number("exp") is null || token.Number("iat") is null)
            return;
        var violation = new TokenValidity(token, evidence).Violation(evidence.Expectations.Skew)?.Claim;
        var allowance = $"(allowance {evidence.Expectations.Skew.TotalSeconds:0} s)";
        expected["exp"] = new ClaimExpectation($"after its arrival {allowance}", violation != "exp");
        expected["iat"] = new ClaimExpectation($"not after its arrival {allowance}", violation != "iat");
        expected["nbf"] = new ClaimExpectation($"not after its arrival {allowance}", violation != "nbf");
    }

    private static void AddContext(ReceivedIdToken token, EvidenceReader evidence, Dictionary<string, ClaimExpectation> expected)
    {
        var observed = token.Token.Observed;
        if (evidence.Expectations.Acr is { } acr)
            expected["acr"] = new ClaimExpectation(acr, token.Text("acr") == acr, IsRequired: true);
        if (evidence.Expectations.Amr is { Count: > 0 } amr)
            expected["amr"] = new ClaimExpectation(string.Join(" and ", amr), !amr.Except(token.Values("amr")).Any(), IsRequired: true);
        expected["at_hash"] = new ClaimExpectation("hash of the access token beside it", observed.AccessTokenHashMatches);
        expected["c_hash"] = new ClaimExpectation("hash of the code beside it", observed.CodeHashMatches);
        expected["s_hash"] = new ClaimExpectation("hash of the state beside it", observed.StateHashMatches);
    }
}
