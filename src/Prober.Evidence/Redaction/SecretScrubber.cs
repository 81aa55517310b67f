using System.Text;

namespace Prober.Evidence.Redaction;

/// <summary>The second net: replaces every known secret in a text that the first, which goes by structure, let through.</summary>
internal sealed class SecretScrubber(SecretSearch search, SecretMask mask)
{
    public string Scrub(string text)
    {
        if (text.Length < KnownSecrets.ShortestValue) return text;
        var matches = search.Find(text);
        return matches.Count == 0 ? text : Replace(text, matches);
    }

    private string Replace(string text, List<SecretMatch> matches)
    {
        matches.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var result = new StringBuilder(text.Length);
        var copied = 0;
        for (var i = 0; i < matches.Count;)
        {
            // Overlapping places are one place: half of a secret must not stay because another begins in it.
            var (first, end) = (matches[i], matches[i].End);
            for (i++; i < matches.Count && matches[i].Start < end; i++) end = Math.Max(end, matches[i].End);
            result.Append(text, copied, first.Start - copied).Append(mask(first.Secret.Kind, first.Secret.Value));
            copied = end;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }
}
