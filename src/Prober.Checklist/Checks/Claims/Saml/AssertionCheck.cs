namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>
/// One rule of the assertion family (saml-profiles-2.0-os 4.1.4.3). It is put to every response that a relying party received; the worst answer
/// counts. Each rule depends on the one before it in the order in which libraries validate, so that the first broken one has the headline.
/// </summary>
public abstract class AssertionCheck : Check
{
    /// <summary>Reasons that every rule of the family shares: why there may be nothing to judge.</summary>
    private protected static readonly IReadOnlyDictionary<string, string> NothingToJudge = new Dictionary<string, string>
    {
        ["other-protocol"] = "The login uses OpenID Connect.",
        ["artifact"] = "The assertion was fetched between servers.",
        ["redacted"] = "The recording holds a mask in place of the message.",
        ["no-callback"] = "No answer of the provider was seen.",
        ["no-assertion"] = "The answer held no assertion that can be read.",
        ["not-in-protocol"] = "WS-Federation or SAML 1.1 has no such field.",
    };

    public sealed override Finding Evaluate(EvidenceReader evidence)
    {
        var received = ReceivedAssertions.Of(evidence);
        return received.Count == 0 ? ReceivedAssertions.WhyNone(evidence) : received.Select(one => Redacted(one, evidence) ?? Judge(one, evidence)).MaxBy(Weight)!;
    }

    private protected abstract Finding Judge(ReceivedAssertion received, EvidenceReader evidence);

    /// <summary>What was masked by whoever recorded it is neither good nor bad.</summary>
    private static Finding? Redacted(ReceivedAssertion received, EvidenceReader evidence) =>
        received.Message.IsMasked || (received.Message.DecodeError is not null && evidence.Facts.Has("values-redacted"))
            ? Finding.Inconclusive("redacted", $"{received.Name} is masked in this recording, so nothing can be said of it.", received.Points("", "redacted")) : null;

    /// <summary>The answer where a rule needs an assertion and there is none to read.</summary>
    private protected static Finding NoAssertion(ReceivedAssertion received) => received.Message.EncryptedWith.Count > 0
        ? Finding.Inconclusive("no-assertion", $"{received.Name} holds an encrypted assertion, and its key was not given.",
            received.Points("EncryptedAssertion", received.Message.EncryptedWith[0]))
        : Finding.Inconclusive("no-assertion", $"{received.Name} holds no assertion.", received.Points("Assertion", "absent"));

    private protected static Finding NotInProtocol(string what) => Finding.NotApplicable("not-in-protocol", $"This protocol has no {what}.");

    private protected static FaultOwner OwnerOf(ReceivedAssertion received) => received.IsForBroker ? FaultOwner.Upstream : FaultOwner.IdentityProvider;

    /// <summary>A wrong address on the hop to the broker has an owner of its own, in the stage where people look for it.</summary>
    private protected static Finding? OwnedByUpstreamCallback(ReceivedAssertion received, EvidenceReader evidence) =>
        received.IsForBroker && evidence.FindingOf(UpstreamCallback).Verdict is Verdict.Fail
            ? Finding.Blocked(UpstreamCallback, $"{received.Name} is addressed to another URL.") : null;

    private protected const string UpstreamCallback = "credentials-upstream-callback-url";

    private protected static Dictionary<string, string> Reasons(params IReadOnlyList<(string Code, string Phrase)> own) =>
        new(own.Select(reason => KeyValuePair.Create(reason.Code, reason.Phrase)).Concat(NothingToJudge));

    private static int Weight(Finding finding) => finding.Verdict switch
    {
        Verdict.Fail => 4,
        Verdict.Warn => 3,
        Verdict.Inconclusive => 2,
        Verdict.Pass => 1,
        _ => 0,
    };
}
