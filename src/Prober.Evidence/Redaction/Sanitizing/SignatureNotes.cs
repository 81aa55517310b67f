using System.Text.Json.Nodes;
using Prober.Evidence.Har;
using Prober.Evidence.Saml.Signatures;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>Writes what was observed of signatures into the copy's mark, each under what stands in the signature's place.</summary>
/// <param name="mask">As it masks the copy.</param>
/// <param name="finish">Searches what is written for known values.</param>
internal sealed class SignatureNotes(SecretMask mask, Func<string, string> finish)
{
    public JsonArray Of(IReadOnlyList<ObservedSignature> observed)
    {
        var notes = new JsonArray();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (signature, name) in observed.OrderBy(Harmless).Select(signature => (signature, NameOf(signature))))
        {
            if (name is null || notes.Count == SignatureNote.Most || !told.Add(name)) continue;
            var note = new JsonObject { ["of"] = name, ["verdict"] = signature.Note.Verdict };
            if (SignatureNote.OneLine(signature.Note.Detail) is { } detail) note["detail"] = finish(detail);
            notes.Add(note);
        }

        return notes;
    }

    // A value that vouches for one element and not for another of the same ID vouches for neither.
    private static bool Harmless(ObservedSignature signature) => signature.Note.Verdict is "valid" or "valid-by-trial" or "valid-untrusted" or "not-checked";

    private string? NameOf(ObservedSignature signature)
    {
        if (!signature.IsToken) return ToldSignatures.NameOf(mask(SecretKind.Assertion, signature.Raw), signature.ElementId is { } id ? finish(id) : null);
        return JwtParts.Decode(mask(SecretKind.Token, signature.Raw)).Signature is { Length: > 0 } stands && Masks.IsMasked(stands) ? stands : null;
    }
}
