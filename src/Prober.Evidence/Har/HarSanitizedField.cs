using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>The mark of a copy that this program cleaned, see <see cref="Redaction.Sanitizing.HarSanitizer.Mark"/>.</summary>
/// <param name="Sanitized">True when values were replaced; false for a copy that was made with its secrets in it, and for a mark of somebody else.</param>
/// <param name="Signatures">What it says of signatures, by what stands in their place.</param>
internal sealed record HarSanitizedField(bool Sanitized, IReadOnlyDictionary<string, SignatureNote> Signatures)
{
    private static readonly HarSanitizedField None = new(false, HarLog.NoSignatureNotes);

    public static HarSanitizedField Read(JsonStreamReader json)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            return None;
        }

        bool isOurs = false, hasSecrets = false;
        IReadOnlyDictionary<string, SignatureNote> signatures = HarLog.NoSignatureNotes;
        while (json.NextMember())
        {
            if (json.Is("by"u8)) isOurs = json.Text() == "prober";
            else if (json.Is("secretsKept"u8)) hasSecrets = json.Text() == "true";
            else if (json.Is("signatures"u8)) signatures = Notes(json);
            else json.SkipValue();
        }

        return isOurs ? new(!hasSecrets, signatures) : None;
    }

    private static Dictionary<string, SignatureNote> Notes(JsonStreamReader json)
    {
        var notes = new Dictionary<string, SignatureNote>(StringComparer.Ordinal);
        if (!json.BeginArray())
        {
            json.SkipValue();
            return notes;
        }

        while (json.NextElement())
        {
            if (Note(json) is var (of, note) && notes.Count < SignatureNote.Most) notes.TryAdd(of, note);
        }

        return notes;
    }

    private static (string Of, SignatureNote Note)? Note(JsonStreamReader json)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            return null;
        }

        string? of = null, verdict = null, detail = null;
        while (json.NextMember())
        {
            if (json.Is("of"u8)) of = json.Text();
            else if (json.Is("verdict"u8)) verdict = json.Text();
            else if (json.Is("detail"u8)) detail = json.Text();
            else json.SkipValue();
        }

        return of is { Length: > 0 } && verdict is { Length: > 0 } ? (of, new(verdict, SignatureNote.OneLine(detail))) : null;
    }
}
