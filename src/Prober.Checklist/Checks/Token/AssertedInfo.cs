using Prober.Checklist.Checks.Claims.Saml;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Token;

/// <summary>Required information where it comes in an assertion instead of tokens.</summary>
internal static class AssertedInfo
{
    /// <summary>The answer for a login by SAML or WS-Federation; null when the application got no assertion that can be read.</summary>
    public static Finding? Judge(EvidenceReader evidence, IReadOnlyDictionary<string, string?> required)
    {
        if (!evidence.Bundle.Assertions.IsPresent) return null;
        if (ReceivedAssertions.Of(evidence).LastOrDefault(candidate => !candidate.IsForBroker && candidate.Assertion is not null) is not { Assertion: { } assertion } received) return null;
        foreach (var (claim, pattern) in required)
        {
            var found = assertion.Attributes.FirstOrDefault(attribute => AttributeNames.Default.Match(claim, attribute.Name) || (attribute.FriendlyName is { } name && AttributeNames.Default.Match(claim, name)));
            // An e-mail address may be the subject itself.
            if (found is null && claim == "email" && assertion.NameIdIsEmail) continue;
            var pointer = received.Points($"Assertion/AttributeStatement/{found?.Name ?? claim}", found is null ? "absent" : "present");
            if (found is null)
                return Finding.Fail("missing", $"The attribute {claim} is not in {received.NameInSentence}.", pointer) with { Remedy = $"Release {claim} at the provider for this application." };
            if (found.Values.All(string.IsNullOrWhiteSpace)) return Finding.Fail("empty", $"The attribute {claim} of {received.NameInSentence} has no value.", pointer);
            if (pattern is not null && assertion.AttributeMatches.TryGetValue(claim, out var fits) && !fits)
                return Finding.Fail("wrong-value", $"The attribute {claim} of {received.NameInSentence} does not match the expected pattern {pattern}.", pointer) with { Fault = FaultOwner.Account };
        }

        return Finding.Pass("present", $"Every required attribute is there: {string.Join(", ", required.Keys)}.", received.Points("Assertion/AttributeStatement", $"{assertion.Attributes.Count} attributes"));
    }
}
