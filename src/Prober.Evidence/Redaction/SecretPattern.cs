using System.Text.RegularExpressions;

namespace Prober.Evidence.Redaction;

/// <summary>
/// A text to search for, and what it gives away. Escapes are undone before the search, so only what cannot be undone locally has a
/// pattern of its own. A bounded one counts only between characters that are neither letters nor digits.
/// </summary>
internal sealed record SecretPattern(string Text, KnownSecret Secret, SecretEncoding Encoding, bool Bounded)
{
    public static IEnumerable<SecretPattern> Of(KnownSecret secret)
    {
        var value = secret.Value;
        // Six digits or a first name are part of other things; a password is hidden even there.
        var bounded = secret.Kind is SecretKind.OneTimeCode or SecretKind.Personal;
        yield return new(value, secret, SecretEncoding.Plain, bounded);
        if (value.Contains(' ')) yield return new(value.Replace(' ', '+'), secret, SecretEncoding.Form, bounded);
        // Where escapes around it are undone, what looks like one inside it is undone, too.
        if (DecodedText.Of(value) is { } undone && undone.Text.Length >= KnownSecrets.ShortestValue) yield return new(undone.Text, secret, SecretEncoding.Escaped, bounded);
        if (secret.Kind == SecretKind.Personal)
        {
            if (value.ToLowerInvariant() is var lower && lower != value) yield return new(lower, secret, SecretEncoding.Plain, bounded);
            if (Regex.Escape(value) is var pattern && pattern != value) yield return new(pattern, secret, SecretEncoding.Escaped, bounded);
        }

        foreach (var text in Base64(value)) yield return new(text, secret, SecretEncoding.Base64, false);
    }

    // Inside a longer text the secret may begin at any of three offsets; the characters that also hold bits of a neighbour are left away.
    private static HashSet<string> Base64(string value)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(value);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            var start = ((offset * 8) + 5) / 6;
            var end = (offset + bytes.Length) * 8 / 6;
            // Five characters of base64 occur by chance once in a billion places.
            if (end - start < 5) continue;
            found.Add(encoded[start..end]);
            found.Add(encoded[start..end].Replace('+', '-').Replace('/', '_'));
        }

        return found;
    }
}
