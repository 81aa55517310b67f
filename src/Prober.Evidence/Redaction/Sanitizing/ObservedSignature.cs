using Prober.Evidence.Har;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>The verdict on one signature of the original, which the copy lacks and tells of instead (<see cref="SignatureNote"/>).</summary>
/// <param name="Raw">The whole token, or the value of an XML signature.</param>
/// <param name="IsToken">True for a token.</param>
/// <param name="ElementId">The signed XML element's ID; null for a token, and for an element without one.</param>
/// <param name="Note">What is told.</param>
public sealed record ObservedSignature(string Raw, bool IsToken, string? ElementId, SignatureNote Note)
{
    /// <summary>What has to be told of a token; null where the copy can tell by itself.</summary>
    public static ObservedSignature? Of(CapturedToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        // Header and keys stay: which key is named, and by which algorithm, can be judged of the copy as of the original.
        return token is { Raw: { } raw, Observed: { Signature: SignatureVerdict.Valid or SignatureVerdict.ValidByTrial or SignatureVerdict.Invalid } observed }
            ? new(raw, true, null, new(SignatureNote.WordOf(observed.Signature), observed.SignatureDetail)) : null;
    }

    /// <summary>What has to be told of a message: its own signature and those of its assertions.</summary>
    public static IEnumerable<ObservedSignature> Of(SamlMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Assertions.Select(assertion => (assertion.Signature, assertion.Id)).Prepend((message.Signature, message.Id))
            .Where(signed => signed.Signature is { Raw: not null, Verdict: not SamlSignatureVerdict.Absent } && (signed.Signature.ToldByCopy || !Masks.IsMasked(signed.Signature.Raw)))
            .Select(signed => new ObservedSignature(signed.Signature.Raw!, false, signed.Id, new(SignatureNote.WordOf(signed.Signature.Verdict), signed.Signature.Detail)));
    }
}
