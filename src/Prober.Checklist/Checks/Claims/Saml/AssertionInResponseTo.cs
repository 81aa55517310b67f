namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the response answers the request that this browser sent.</summary>
public sealed class AssertionInResponseTo : AssertionCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-saml-in-response-to",
        Stage.Claims,
        CheckClass.Root,
        Question: "Does the response answer the request that this browser sent?",
        Why: "The application remembers the request it sent and refuses an answer to any other: two tabs, the Back button, a lost cookie.",
        Remedy: "Start the login again in one tab. If it recurs, see that the application's request cookie survives a cross-site POST (SameSite=None; Secure).")
    {
        DependsOn = ["claims-saml-destination"],
        Owner = FaultOwner.Application,
        References = ["SAML 2.0 Profiles (saml-profiles-2.0-os) section 4.1.4.3"],
        AnsweredBy = "a recording that begins before the login",
        Reasons = Reasons(
            ("equal", "It names the request that was sent."),
            ("other-request", "It names another request."),
            ("confirmation-differs", "The subject confirmation names another request."),
            ("missing", "It names no request, although one was sent."),
            ("unsolicited", "The provider started the login; nobody asked."),
            ("unsolicited-refused", "The provider started the login, which the application does not allow."),
            ("no-request-sent", "It names a request, and this browser sent none."),
            ("request-not-seen", "The request is not in the recording.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.IsWsFederation) return NotInProtocol("reference to the request");
        var named = received.Message.InResponseTo;
        var pointer = received.Points("@InResponseTo", named ?? "absent");
        if (received.Request is not { Id: { } sent })
            return named is null ? Unsolicited(received, pointer)
                : evidence.Bundle.Phases.IsPresent && received.Transaction is { IsUnsolicited: true }
                ? Finding.Fail("no-request-sent", $"{received.Name} answers a request that this browser never sent.", pointer)
                : Finding.Inconclusive("request-not-seen", $"{received.Name} answers a request that is not in the recording.", pointer);
        var asked = received.Asked("@ID", sent);
        if (named is null)
            return Finding.Fail("missing", $"{received.Name} names no request, although the application had sent one; it will be taken for an unsolicited one.", pointer, asked) with
            { Fault = OwnerOf(received), Remedy = "Have the provider copy the request's ID into InResponseTo." };
        if (named != sent)
            return Finding.Fail("other-request", $"{received.Name} answers another request than the one this browser sent.", pointer, asked);
        return received.Assertion?.Confirmations.FirstOrDefault(confirmation => confirmation.InResponseTo is { } confirmed && confirmed != sent) is { } other
            ? Finding.Fail("confirmation-differs", $"The subject confirmation of {received.NameInSentence} names another request than the one this browser sent.",
                received.Points("Assertion/Subject/SubjectConfirmationData/@InResponseTo", other.InResponseTo), asked) with
            { Fault = OwnerOf(received) }
            : Finding.Pass("equal", $"{received.Name} answers the request that was sent.", pointer, asked);
    }

    private static Finding Unsolicited(ReceivedAssertion received, EvidencePointer pointer) => received.Application?.ProviderStarted == false
        ? Finding.Fail("unsolicited-refused", $"{received.Name} came unasked, and the application takes no login that the provider starts.", pointer) with
        { Remedy = "Start the login at the application, or allow IdP-initiated login there." }
        : Finding.NotApplicable("unsolicited", $"{received.Name} came unasked: the login was started at the provider.", pointer);
}
