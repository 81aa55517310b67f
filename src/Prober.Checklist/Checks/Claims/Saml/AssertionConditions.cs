using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the assertion was valid in time when it arrived.</summary>
public sealed class AssertionConditions : AssertionCheck
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    public override CheckInfo Info { get; } = new(
        "claims-saml-conditions",
        Stage.Claims,
        CheckClass.Root,
        Question: "Was the assertion valid in time when it arrived?",
        Why: "Clocks that drift apart make fresh assertions look expired or not yet valid; applications allow seconds to three minutes.",
        Remedy: "Enable time synchronisation (NTP) on every machine that takes part.")
    {
        DependsOn = ["claims-saml-audience"],
        Owner = FaultOwner.IdentityProvider,
        References = ["SAML 2.0 Core (saml-core-2.0-os) section 2.5.1"],
        AnsweredBy = "an assertion that can be read",
        Reasons = Reasons(
            ("in-time", "It arrived within its window."),
            ("not-yet-valid", "It becomes valid after it arrived."),
            ("expired", "It had ended on arrival."),
            ("session-over", "The session it speaks of had ended on arrival."),
            ("within-allowance", "Only the allowance for clocks saves it."),
            ("used-twice", "It may be used once, and came twice."),
            ("long-window", "It is valid for more than an hour."),
            ("unlimited", "It has no window.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.Assertion is not { } assertion) return NoAssertion(received);
        var clock = new ReceiverClock(received, evidence);
        if (Violation(assertion, clock.Now, evidence.Expectations.Skew) is { } broken)
            return Finding.Fail(broken.Reason, $"{received.Name} {broken.What} {Math.Abs(broken.Seconds):0} s. {clock.Suspect?.Sentence}".TrimEnd(), received.Points(broken.Field, ReceiverClock.Text(broken.At)), clock.Arrival) with
            { Fault = clock.Suspect?.Owner ?? OwnerOf(received), Remedy = clock.Suspect?.Remedy };
        if (Violation(assertion, clock.Now, TimeSpan.Zero) is { } close && Math.Abs(close.Seconds) > 2)
            return Finding.Warn("within-allowance", $"{received.Name} {close.What} {Math.Abs(close.Seconds):0} s; only the allowance for clocks saves it.", received.Points(close.Field, ReceiverClock.Text(close.At)), clock.Arrival);
        if (assertion is { OneTimeUse: true, Id: { } id } && evidence.Assertions.Any(other => other.Entry < received.Message.Entry && other.Assertions.Any(earlier => earlier.Id == id)))
            return Finding.Warn("used-twice", $"{received.Name} may be used once only, and had been posted before.", received.Points("Assertion/Conditions/OneTimeUse", "repeated"));
        var pointer = received.Points("Assertion/Conditions/@NotOnOrAfter", assertion.NotOnOrAfter is { } until ? ReceiverClock.Text(until) : "absent");
        if (assertion.NotOnOrAfter is not { } end) return Finding.Warn("unlimited", $"{received.Name} has no end.", pointer);
        return assertion.NotBefore is { } begin && end - begin > LongestWindow
            ? Finding.Warn("long-window", $"{received.Name} is valid for {(end - begin).TotalHours:0.#} hours; a stolen one can be used as long.", pointer)
            : Finding.Pass("in-time", $"{received.Name} arrived within its window.", pointer);
    }

    private static (string Reason, string What, double Seconds, string Field, DateTimeOffset At)? Violation(SamlAssertion assertion, DateTimeOffset now, TimeSpan skew)
    {
        if (assertion.NotBefore is { } begin && now < begin - skew)
            return ("not-yet-valid", "becomes valid only after it arrived, by", (begin - now).TotalSeconds, "Assertion/Conditions/@NotBefore", begin);
        if (assertion.NotOnOrAfter is { } end && now >= end + skew)
            return ("expired", "had expired when it arrived, by", (now - end).TotalSeconds, "Assertion/Conditions/@NotOnOrAfter", end);
        return assertion.SessionNotOnOrAfter is { } session && now >= session + skew
            ? ("session-over", "speaks of a session that had ended when it arrived, by", (now - session).TotalSeconds, "Assertion/AuthnStatement/@SessionNotOnOrAfter", session) : null;
    }
}
