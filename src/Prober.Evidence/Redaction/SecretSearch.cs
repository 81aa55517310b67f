namespace Prober.Evidence.Redaction;

/// <summary>Finds known secrets in a text, whatever escapes stand over them.</summary>
internal sealed class SecretSearch
{
    // A return address inside a return address inside a script is escaped three times.
    private const int DeepestLayer = 3;
    private readonly PatternIndex _index;

    public SecretSearch(IEnumerable<KnownSecret> secrets) => _index = new(secrets.SelectMany(SecretPattern.Of));

    /// <summary>In no particular order and possibly overlapping.</summary>
    public List<SecretMatch> Find(string text)
    {
        var matches = new List<SecretMatch>();
        var layers = new List<DecodedText>();
        var current = text;
        for (var depth = 0; ; depth++)
        {
            Find(current, layers, matches);
            if (depth == DeepestLayer || DecodedText.Of(current) is not { } decoded) return matches;
            layers.Add(decoded);
            current = decoded.Text;
        }
    }

    private void Find(string text, List<DecodedText> layers, List<SecretMatch> matches)
    {
        for (var from = 0; _index.Find(text, from) is var (pattern, at);)
        {
            from = at + pattern.Text.Length;
            var (start, end) = (at, from);
            for (var layer = layers.Count - 1; layer >= 0; layer--) (start, end) = layers[layer].ToSource(start, end);
            var encoding = layers.Count switch { 0 => pattern.Encoding, 1 => SecretEncoding.Escaped, _ => SecretEncoding.EscapedTwice };
            matches.Add(new(pattern.Secret, encoding, start, end));
        }
    }
}

/// <summary>A place in a text where a secret stands.</summary>
internal readonly record struct SecretMatch(KnownSecret Secret, SecretEncoding Encoding, int Start, int End);
