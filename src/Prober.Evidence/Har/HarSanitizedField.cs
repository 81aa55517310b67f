using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>The mark of a copy that this program cleaned, see <see cref="Redaction.Sanitizing.HarSanitizer.Mark"/>.</summary>
internal static class HarSanitizedField
{
    /// <summary>True when values were replaced; false for a copy that was made with its secrets in it.</summary>
    public static bool Read(JsonStreamReader json)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            return false;
        }

        bool isOurs = false, hasSecrets = false;
        while (json.NextMember())
        {
            if (json.Is("by"u8)) isOurs = json.Text() == "prober";
            else if (json.Is("secretsKept"u8)) hasSecrets = json.Text() == "true";
            else json.SkipValue();
        }

        return isOurs && !hasSecrets;
    }
}
