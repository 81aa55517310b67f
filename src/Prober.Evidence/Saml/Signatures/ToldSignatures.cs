using Prober.Evidence.Har;
using Prober.Evidence.Redaction;

namespace Prober.Evidence.Saml.Signatures;

/// <summary>Takes over what a sanitized copy says of the signatures that it holds no more.</summary>
internal static class ToldSignatures
{
    public static SamlMessage Of(SamlMessage message, IReadOnlyDictionary<string, SignatureNote> notes) => notes.Count == 0 ? message : message with
    {
        Signature = Of(message.Signature, message.Id, notes),
        Assertions = [.. message.Assertions.Select(assertion => assertion with { Signature = Of(assertion.Signature, assertion.Id, notes) })],
    };

    /// <summary>Names a signature within a recording: one value may stand in two elements, and cover only one.</summary>
    public static string NameOf(string signature, string? elementId) => $"{signature} {elementId}";

    // Who cleans a file knows no trusted certificate: "valid" is nothing that a copy can know.
    private static SamlSignature Of(SamlSignature signature, string? elementId, IReadOnlyDictionary<string, SignatureNote> notes) =>
        signature is { Verdict: SamlSignatureVerdict.NotChecked, Raw: { } raw } && Masks.IsMasked(raw)
        && notes.GetValueOrDefault(NameOf(raw, elementId)) is { } note && note.VerdictAs<SamlSignatureVerdict>() is { } told and not (SamlSignatureVerdict.Absent or SamlSignatureVerdict.Valid)
            ? signature with { Verdict = told, Detail = note.Detail, ToldByCopy = true } : signature;
}
