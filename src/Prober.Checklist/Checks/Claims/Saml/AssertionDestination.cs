using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the message was meant for the address that received it.</summary>
public sealed class AssertionDestination : AssertionCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-saml-destination",
        Stage.Claims,
        CheckClass.Root,
        Question: "Was the response meant for the address that received it?",
        Why: "A response with another destination is refused as stolen; a proxy that ends TLS or a moved host name is the usual reason.",
        Remedy: "Register exactly the assertion consumer service URL that the application listens on, and tell the application its public address behind a proxy.")
    {
        DependsOn = ["claims-saml-signature"],
        Reads = [UpstreamCallback],
        Owner = FaultOwner.Configuration,
        References = ["SAML 2.0 Bindings (saml-bindings-2.0-os) section 3.5.5.2"],
        AnsweredBy = "a recording that holds the form post to the assertion consumer service",
        Reasons = Reasons(
            ("equal", "Destination and address are equal."),
            ("differs", "Destination and address differ."),
            ("not-the-requested", "It was sent to another address than the one the application had asked for."),
            ("only-spelling", "They differ in default port or letter case alone."),
            ("missing", "There is no destination, although the message is signed."),
            ("missing-unsigned", "There is no destination on an unsigned message.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.IsWsFederation) return NotInProtocol("destination");
        var pointer = received.Points("@Destination", received.Message.Destination);
        var address = EvidencePointer.Har(received.Message.Entry, "request.url", received.ReceivedAt);
        if (received.Message.Destination is not { Length: > 0 } destination)
            return received.Message.Signature.Verdict == SamlSignatureVerdict.Absent
                ? Finding.Warn("missing-unsigned", $"{received.Name} names no destination, so anybody could have sent it on to here.", pointer)
                : Finding.Warn("missing", $"{received.Name} is signed and names no destination, which strict applications refuse.", pointer);
        if (destination == received.ReceivedAt)
            return NotTheRequested(received, destination, pointer) ?? Finding.Pass("equal", $"{received.Name} was meant for the address that received it.", pointer);
        return SameAddress(destination, received.ReceivedAt)
            ? Finding.Warn("only-spelling", $"The destination {destination} and the address {received.ReceivedAt} differ in port or letter case alone.", pointer, address)
            : OwnedByUpstreamCallback(received, evidence) ?? Finding.Fail("differs", $"{received.Name} was meant for {destination}, but {received.ReceivedAt} received it.", pointer, address);
    }

    // A provider that does not know the requested address may answer to the one that is registered, and the application is not there.
    private static Finding? NotTheRequested(ReceivedAssertion received, string destination, EvidencePointer pointer) =>
        received is { IsForBroker: false, Request.Request.AssertionConsumerServiceUrl: { Length: > 0 } wanted } && !SameAddress(wanted, destination)
            ? Finding.Fail("not-the-requested", $"The application asked for its answer at {wanted}, but the provider sent it to {destination}, the address that is registered.",
                received.Asked("@AssertionConsumerServiceURL", wanted), pointer) with
            { Remedy = $"Register {wanted} as assertion consumer service of {received.EntityId} at the provider, in place of {destination}." }
            : null;

    private static bool SameAddress(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var first) && Uri.TryCreate(other, UriKind.Absolute, out var second)
        && first.GetLeftPart(UriPartial.Authority) == second.GetLeftPart(UriPartial.Authority)
        && first.PathAndQuery == second.PathAndQuery;
}
