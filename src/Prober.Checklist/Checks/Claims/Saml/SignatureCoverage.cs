using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Which signature, if any, vouches for the assertion that is consumed: the message's, or the assertion's own.</summary>
internal static class SignatureCoverage
{
    /// <summary>The signature that counts.</summary>
    public static SamlSignature Deciding(SamlMessage message)
    {
        var own = message.Assertions.Count > 0 ? message.Assertions[0].Signature : SamlSignature.None;
        IReadOnlyList<SamlSignature> both = [message.Signature, own];
        // A broken one is not outweighed by a good one: strict libraries check every signature they see.
        return both.FirstOrDefault(signature => signature.Verdict is SamlSignatureVerdict.Wrapped or SamlSignatureVerdict.Invalid or SamlSignatureVerdict.Refused)
            ?? both.FirstOrDefault(signature => signature.Verdict == SamlSignatureVerdict.Valid)
            ?? both.FirstOrDefault(signature => signature.Verdict != SamlSignatureVerdict.Absent)
            ?? SamlSignature.None;
    }

    /// <summary>The verdict on the message as a whole; an unsigned assertion in front of a signed one is a wrapping.</summary>
    public static SamlSignatureVerdict Of(SamlMessage message)
    {
        if (message.Assertions.Any(assertion => assertion.Signature.Verdict == SamlSignatureVerdict.Wrapped)) return SamlSignatureVerdict.Wrapped;
        var deciding = Deciding(message);
        return deciding.Verdict == SamlSignatureVerdict.Absent && message.Assertions.Skip(1).Any(assertion => assertion.Signature.Verdict != SamlSignatureVerdict.Absent)
            ? SamlSignatureVerdict.Wrapped : deciding.Verdict;
    }
}
