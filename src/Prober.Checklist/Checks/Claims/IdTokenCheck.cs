namespace Prober.Checklist.Checks.Claims;

/// <summary>
/// One rule of the ID token family (OpenID Connect Core 1.0 section 3.1.3.7). It is put to every ID token that an application
/// received; the worst answer counts. Each rule depends on the one before it in the order in which libraries validate, so
/// that the first broken one has the headline.
/// </summary>
public abstract class IdTokenCheck : Check
{
    /// <summary>Reasons that every rule of the family shares: why there may be nothing to judge.</summary>
    private protected static readonly IReadOnlyDictionary<string, string> NothingToJudge = new Dictionary<string, string>
    {
        ["back-channel"] = "The code is redeemed between servers; no browser sees the token.",
        ["other-protocol"] = "The login uses assertions.",
        ["no-id-token"] = "The token response held none.",
        ["no-callback"] = "No answer of the provider was seen.",
        ["body-not-recorded"] = "The recording lacks the body of the token response.",
    };

    public sealed override Finding Evaluate(EvidenceReader evidence)
    {
        var tokens = IdTokens.Of(evidence);
        return tokens.Count == 0 ? IdTokens.WhyNone(evidence) : tokens.Select(token => Judge(token, evidence)).MaxBy(Weight)!;
    }

    private protected abstract Finding Judge(ReceivedIdToken token, EvidenceReader evidence);

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
