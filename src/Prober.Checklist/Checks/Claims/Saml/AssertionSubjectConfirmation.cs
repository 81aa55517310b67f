using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the subject is confirmed for this address and moment (the bearer rules).</summary>
public sealed class AssertionSubjectConfirmation : AssertionCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-saml-subject-confirmation",
        Stage.Claims,
        CheckClass.Root,
        Question: "Is the subject confirmed for this application and moment?",
        Why: "A bearer assertion counts only at the address it names and before the moment it names.",
        Remedy: "Register the exact assertion consumer service URL at the provider; it becomes the Recipient.")
    {
        DependsOn = ["claims-saml-in-response-to"],
        Reads = [UpstreamCallback],
        Owner = FaultOwner.Configuration,
        References = ["SAML 2.0 Profiles (saml-profiles-2.0-os) section 4.1.4.2"],
        AnsweredBy = "an assertion that can be read",
        Reasons = Reasons(
            ("confirmed", "A bearer confirmation for this address, in time."),
            ("no-bearer", "There is no bearer confirmation."),
            ("recipient", "The recipient is another address."),
            ("recipient-missing", "There is no recipient."),
            ("expired", "It had ended on arrival."),
            ("no-end", "It names no end."),
            ("address", "It counts only from a network address that the browser does not have everywhere."),
            ("not-before", "It names a beginning, which a bearer confirmation must not.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.Assertion is not { } assertion) return NoAssertion(received);
        if (assertion.Version != "2.0") return NotInProtocol("recipient");
        var bearers = assertion.Confirmations.Where(confirmation => confirmation.Method == "bearer").ToList();
        if (bearers.Count == 0)
            return Finding.Fail("no-bearer", $"{received.Name} has no bearer confirmation.", received.Points("Assertion/Subject/SubjectConfirmation", "no bearer")) with { Fault = OwnerOf(received) };
        // One that holds is enough.
        var judged = bearers.Select(bearer => Judge(received, bearer, evidence)).ToList();
        return judged.FirstOrDefault(finding => finding.Verdict == Verdict.Pass) ?? judged[0];
    }

    private static Finding Judge(ReceivedAssertion received, SamlConfirmation bearer, EvidenceReader evidence)
    {
        var clock = new ReceiverClock(received, evidence);
        var recipient = received.Points("Assertion/Subject/SubjectConfirmationData/@Recipient", bearer.Recipient ?? "absent");
        if (bearer.Recipient is null)
            return Finding.Fail("recipient-missing", $"The confirmation of {received.NameInSentence} names no recipient.", recipient) with { Fault = OwnerOf(received) };
        if (bearer.Recipient != received.ReceivedAt)
            return OwnedByUpstreamCallback(received, evidence) ?? Finding.Fail("recipient", $"{received.Name} is confirmed for {bearer.Recipient}, but {received.ReceivedAt} received it.", recipient,
                EvidencePointer.Har(received.Message.Entry, "request.url", received.ReceivedAt));
        if (bearer.NotBefore is { } begin)
            return Finding.Fail("not-before", $"The bearer confirmation of {received.NameInSentence} names a beginning, which it must not.",
                received.Points("Assertion/Subject/SubjectConfirmationData/@NotBefore", ReceiverClock.Text(begin))) with
            { Fault = OwnerOf(received) };
        if (bearer.NotOnOrAfter is not { } end)
            return Finding.Fail("no-end", $"The confirmation of {received.NameInSentence} names no end.",
                received.Points("Assertion/Subject/SubjectConfirmationData/@NotOnOrAfter", "absent")) with
            { Fault = OwnerOf(received) };
        return clock.Now >= end + evidence.Expectations.Skew
            ? Finding.Fail("expired", $"The confirmation of {received.NameInSentence} had ended {(clock.Now - end).TotalSeconds:0} s before it arrived. {clock.Suspect?.Sentence}".TrimEnd(),
                received.Points("Assertion/Subject/SubjectConfirmationData/@NotOnOrAfter", ReceiverClock.Text(end)), clock.Arrival) with
            { Fault = clock.Suspect?.Owner ?? OwnerOf(received), Remedy = clock.Suspect?.Remedy }
            : Address(received, bearer, evidence) ?? Finding.Pass("confirmed", $"{received.Name} is confirmed for the address that received it.", recipient);
    }

    // At which address the application sees the browser no recording tells; that two parties saw it at two tells enough.
    private static Finding? Address(ReceivedAssertion received, SamlConfirmation bearer, EvidenceReader evidence)
    {
        if (bearer.Address is not { } address) return null;
        const string field = "Assertion/Subject/SubjectConfirmationData/@Address";
        var other = ReceivedAssertions.Of(evidence).SelectMany(one => (one.Assertion?.Confirmations ?? []).Select(confirmation => (From: one, confirmation.Address)))
            .FirstOrDefault(one => one.Address is not null && one.Address != address);
        return other.From is null ? null
            : Finding.Warn("address", $"{received.Name} counts only from one network address, and {other.From.NameInSentence} only from another: the browser has more than one.",
                received.Points(field, address), other.From.Points(field, other.Address)) with
            { Remedy = "Do not bind assertions to a network address: proxies, mobile networks and IPv6 beside IPv4 change it between two requests." };
    }
}
