using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the assertion says who the user is, in the form that was asked for.</summary>
public sealed class AssertionNameId : AssertionCheck
{
    private const string Unspecified = "unspecified";

    public override CheckInfo Info { get; } = new(
        "claims-saml-nameid",
        Stage.Claims,
        CheckClass.Root,
        Question: "Does the assertion name its subject as the application needs it?",
        Why: "Without a name identifier the application knows no user, and single logout has nobody to log out.",
        Remedy: "Map an attribute that every user has to the name identifier at the provider, in the format that the application asks for.")
    {
        DependsOn = ["claims-saml-conditions"],
        Owner = FaultOwner.IdentityProvider,
        References = ["SAML 2.0 Core (saml-core-2.0-os) sections 2.2.3 and 8.3"],
        AnsweredBy = "an assertion that can be read",
        Reasons = Reasons(
            ("named", "The subject has a name identifier."),
            ("missing", "The subject has none."),
            ("not-an-email", "It says to be an e-mail address and is none."),
            ("transient", "It changes with every login, where a lasting one was asked for."),
            ("unstable", "It is another with each login, though it is said to last."),
            ("other-format", "Its format is not the one that was asked for.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.Assertion is not { } assertion) return NoAssertion(received);
        var format = Last(assertion.NameIdFormat) ?? Unspecified;
        var pointer = received.Points("Assertion/Subject/NameID", assertion.NameId is null ? "absent" : format);
        if (string.IsNullOrWhiteSpace(assertion.NameId))
            return Finding.Fail("missing", $"{received.Name} does not name its subject: there is no NameID.", pointer) with { Fault = OwnerOf(received) };
        if (format == "emailAddress" && !assertion.NameIdIsEmail)
            return Finding.Fail("not-an-email", $"The name identifier of {received.NameInSentence} says to be an e-mail address and is none.", pointer) with { Fault = OwnerOf(received) };
        if (Another(received, assertion, format, evidence) is { } another)
            return Finding.Warn("unstable", $"{received.Name} names the user otherwise than {another.Message.At:HH:mm:ss} UTC in the same run, though {format} is to last: the application sees two users.",
                pointer, another.Points("Assertion/Subject/NameID", another.Assertion!.NameId));
        var wanted = Last(received.Request?.Request?.NameIdFormat) ?? Unspecified;
        if (wanted == Unspecified || wanted == format) return Finding.Pass("named", $"{received.Name} names its subject ({format}).", pointer);
        var asked = received.Asked("NameIDPolicy/@Format", wanted);
        return format == "transient"
            ? Finding.Warn("transient", $"The application asked for a {wanted} name identifier and got a transient one, which is another with every login.", pointer, asked)
            : Finding.Warn("other-format", $"The application asked for a {wanted} name identifier and got {format}.", pointer, asked);
    }

    /// <summary>An earlier answer to the same application that named the one account of this run otherwise.</summary>
    private static ReceivedAssertion? Another(ReceivedAssertion received, SamlAssertion assertion, string format, EvidenceReader evidence) => format == "transient" ? null
        : ReceivedAssertions.Of(evidence).FirstOrDefault(other => other.IsForBroker == received.IsForBroker && other.Message.Entry < received.Message.Entry
            && other.EntityId == received.EntityId && other.Assertion is { NameId: { } name } before && name != assertion.NameId
            && Last(before.NameIdFormat) == Last(assertion.NameIdFormat) && before.Issuer == assertion.Issuer);

    private static string? Last(string? urn) => urn?[(urn.LastIndexOf(':') + 1)..];
}
