using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the attributes that the application needs are in the assertion.</summary>
public sealed class AssertionAttributes : AssertionCheck
{
    private const string SourceHasThem = "profile-idp-response-has-user-info";

    public override CheckInfo Info { get; } = new(
        "claims-saml-attributes",
        Stage.Claims,
        CheckClass.Root,
        Question: "Does the assertion carry the attributes that the application needs?",
        Why: "A login without e-mail or groups succeeds and fails one page later, with no word about the assertion.",
        Remedy: "Release the attribute at the provider for this application, under the name that the application reads.")
    {
        DependsOn = ["claims-saml-nameid"],
        Reads = [SourceHasThem],
        Owner = FaultOwner.IdentityProvider,
        References = ["SAML 2.0 Core (saml-core-2.0-os) section 2.7.3"],
        AnsweredBy = "an assertion that can be read, and expect.attributes in the scenario",
        Reasons = Reasons(
            ("present", "Every required attribute is there."),
            ("missing", "A required attribute is not there."),
            ("empty", "A required attribute is there without a value."),
            ("wrong-value", "A required attribute does not match its pattern."),
            ("overage", "The groups are too many and were left out."),
            ("white-space", "A value begins or ends with white space."),
            ("nothing-required", "The scenario requires no attributes.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        var required = Required(evidence);
        if (required.Count == 0) return Finding.NotApplicable("nothing-required", "The scenario requires no attributes.");
        if (received.Assertion is not { } assertion) return NoAssertion(received);
        if (received.IsForBroker && evidence.FindingOf(SourceHasThem).Verdict == Verdict.Fail)
            return Finding.Blocked(SourceHasThem, "What the upstream provider leaves out is told where the user's profile is judged.");
        var findings = required.Select(attribute => Judge(evidence, received, assertion, attribute.Key, attribute.Value)).ToList();
        return findings.FirstOrDefault(finding => finding.Verdict == Verdict.Fail)
            ?? findings.FirstOrDefault(finding => finding.Verdict == Verdict.Warn)
            ?? Finding.Pass("present", $"Every required attribute is there: {string.Join(", ", required.Keys)}.", [.. findings.SelectMany(finding => finding.Evidence)]);
    }

    private static Dictionary<string, string?> Required(EvidenceReader evidence)
    {
        var required = new Dictionary<string, string?>(evidence.Expectations.RequiredAttributes, StringComparer.Ordinal);
        if (evidence.Expectations.Groups.Count > 0) required.TryAdd("groups", null);
        return required;
    }

    private static Finding Judge(EvidenceReader evidence, ReceivedAssertion received, SamlAssertion assertion, string name, string? pattern)
    {
        var found = assertion.Attributes.FirstOrDefault(attribute => IsNamed(attribute, name));
        var pointer = received.Points($"Assertion/AttributeStatement/{found?.Name ?? name}", found is null ? "absent" : $"{found.Values.Count} values");
        if (found is null)
            return assertion.Attributes.Any(attribute => attribute.Name.EndsWith("/groups.link", StringComparison.Ordinal)) && AttributeNames.Default.Match("groups", name)
                ? Finding.Fail("overage", $"The user is in too many groups: {received.NameInSentence} only says where to ask for them.", pointer) with
                { Fault = OwnerOf(received), Remedy = "Send only the groups assigned to the application." }
                : Finding.Fail("missing", $"The attribute {name} is not in {received.NameInSentence} (there are: {Names(assertion)}).", pointer) with { Fault = OwnerOf(received) };
        if (found.Values.All(string.IsNullOrWhiteSpace))
            return Finding.Fail("empty", $"The attribute {name} of {received.NameInSentence} has no value.", pointer) with { Fault = FaultOwner.Account };
        if (pattern is not null && assertion.AttributeMatches.TryGetValue(name, out var fits) && !fits)
            return Finding.Fail("wrong-value", $"The attribute {name} of {received.NameInSentence} does not match the expected pattern {pattern}.", pointer) with { Fault = FaultOwner.Account };
        if (name == "groups" && evidence.Expectations.Groups.Except(found.Values, StringComparer.Ordinal).ToList() is [var absent, ..])
            return Finding.Fail("wrong-value", $"The group {absent} is not among the {found.Values.Count} values of {name} in {received.NameInSentence}.", pointer) with
            { Fault = FaultOwner.Account, Remedy = $"Put the account into {absent}, or have the provider send the group's name where it sends its distinguished name or identifier." };
        return found.Values.Any(value => value.Length != value.Trim().Length)
            ? Finding.Warn("white-space", $"A value of the attribute {name} begins or ends with white space.", pointer)
            : Finding.Pass("present", $"{name} is there.", pointer);
    }

    private static bool IsNamed(AssertedClaim attribute, string name) =>
        AttributeNames.Default.Match(name, attribute.Name) || (attribute.FriendlyName is { } friendly && AttributeNames.Default.Match(name, friendly));

    private static string Names(SamlAssertion assertion) =>
        assertion.Attributes.Count == 0 ? "none" : string.Join(", ", assertion.Attributes.Select(attribute => attribute.FriendlyName ?? attribute.Name).Take(8));
}
