namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the assertion is meant for the relying party that received it.</summary>
public sealed class AssertionAudience : AssertionCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-saml-audience",
        Stage.Claims,
        CheckClass.Root,
        Question: "Is the assertion meant for this application?",
        Why: "An assertion for another entity ID proves nothing here; a slash or an http too many is enough to be another.",
        Remedy: "Make the audience (identifier, entity ID) at the provider equal to the application's entity ID, to the character.")
    {
        DependsOn = ["claims-saml-subject-confirmation"],
        Owner = FaultOwner.Configuration,
        References = ["SAML 2.0 Core (saml-core-2.0-os) section 2.5.1.4"],
        AnsweredBy = "the application's SAML request in the same recording, or its entity ID in the scenario",
        Reasons = Reasons(
            ("equal", "The audience is the application."),
            ("other-audience", "The audience is another."),
            ("unrestricted", "There is no restriction to an audience."),
            ("no-expectation", "The application's entity ID is not known.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.Assertion is not { } assertion) return NoAssertion(received);
        var pointer = received.Points("Assertion/Conditions/AudienceRestriction", assertion.Audiences is null ? "absent" : string.Join(", ", assertion.Audiences));
        if (assertion.Audiences is not { } audiences)
            return Finding.Warn("unrestricted", $"{received.Name} is restricted to no audience; any application could accept it.", pointer) with { Fault = OwnerOf(received) };
        if (received.EntityId is not { } entity)
            return Finding.Inconclusive("no-expectation", $"{received.Name} is for {string.Join(", ", audiences)}; who asked was not seen.", pointer);
        return audiences.Contains(entity)
            ? Finding.Pass("equal", $"{received.Name} is for {entity}.", pointer)
            : Finding.Fail("other-audience", $"{received.Name} is for {string.Join(", ", audiences)}, but the entity ID that asked is {entity}.", pointer,
                received.Asked("Issuer", entity));
    }
}
