using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the message can be read at all, and is only one.</summary>
public sealed class AssertionDecodes : AssertionCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-saml-decodes",
        Stage.Claims,
        CheckClass.Root,
        Question: "Is the assertion well formed?",
        Why: "A message that was cut, re-encoded or doubled on its way is refused before anything in it is looked at.",
        Remedy: "See which hop changed the message: a size limit, a proxy that rewrites form fields, or a copy with blanks in place of plus signs.")
    {
        Owner = FaultOwner.IdentityProvider,
        References = ["SAML 2.0 Bindings (saml-bindings-2.0-os) sections 3.4 and 3.5", "SAML 2.0 Core (saml-core-2.0-os) section 3.3.3"],
        AnsweredBy = "a recording that holds the form post to the assertion consumer service",
        Reasons = Reasons(
            ("well-formed", "One message with one assertion."),
            ("undecodable", "It is no XML, or brings what a message must not."),
            ("several-assertions", "It holds more than one assertion."),
            ("duplicate-ids", "Two elements bear the same ID."),
            ("encrypted", "The assertion is encrypted, so its content is for the application alone."),
            ("stray-white-space", "White space stands in the encoding."),
            ("no-assertion-needed", "The answer is an error and needs no assertion.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        var message = received.Message;
        if (message.DecodeError is { } error)
            return Finding.Fail("undecodable", $"{received.Name} cannot be read: {error}.", received.Points("", "undecodable")) with { Fault = OwnerOf(received) };
        if (Doubled(received) is { } doubled)
            return doubled;
        if (message.EncryptedWith.Count > 0)
            return Finding.Warn("encrypted", $"{received.Name} holds an assertion encrypted with {message.EncryptedWith[0]}; without the application's key its content cannot be judged.",
                received.Points("EncryptedAssertion", message.EncryptedWith[0])) with
            { Remedy = "Give the scenario the application's decryption key (saml.decryptionKey), if its content is to be judged." };
        if (message.HasStrayWhiteSpace)
            return Finding.Warn("stray-white-space", $"{received.Name} has white space in its base64; strict libraries refuse that.", received.Points("", "white space"));
        return message.Assertions.Count == 0 && message.Status is { IsSuccess: false }
            ? Finding.Pass("no-assertion-needed", $"{received.Name} is well formed and states an error.", received.Points("Status", message.Status.Code))
            : Finding.Pass("well-formed", $"{received.Name} is well formed.", received.Points("@ID", message.Id));
    }

    // Where a signature shows what the doubling is for, the check of signatures owns it.
    private static Finding? Doubled(ReceivedAssertion received)
    {
        var message = received.Message;
        var isWrapped = SignatureCoverage.Of(message) == SamlSignatureVerdict.Wrapped;
        if (message.Assertions.Count + message.EncryptedWith.Count > 1)
        {
            var found = (Summary: $"{received.Name} holds {message.Assertions.Count + message.EncryptedWith.Count} assertions, and applications differ in which they believe.",
                Pointer: received.Points("Assertion", $"{message.Assertions.Count + message.EncryptedWith.Count} times"));
            return isWrapped ? Finding.Warn("several-assertions", found.Summary, found.Pointer) : Finding.Fail("several-assertions", found.Summary, found.Pointer) with { Fault = OwnerOf(received) };
        }

        if (message.DuplicateIds.Count == 0) return null;
        var (summary, pointer) = ($"In {received.NameInSentence} the ID {message.DuplicateIds[0]} is borne by more than one element.", received.Points("@ID", message.DuplicateIds[0]));
        return isWrapped ? Finding.Warn("duplicate-ids", summary, pointer) : Finding.Fail("duplicate-ids", summary, pointer) with { Fault = OwnerOf(received) };
    }
}
