namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>Counts what is replaced while a HAR is walked.</summary>
internal sealed class SanitizeTally
{
    private readonly Dictionary<(SecretKind Kind, string Place), int> _counts = [];

    /// <summary>Where the walk is now.</summary>
    public string Place { get; set; } = "";

    public int RemovedBodies { get; set; }

    public IReadOnlyList<Replacement> Replacements =>
        [.. _counts.Select(count => new Replacement(count.Key.Kind, count.Key.Place, count.Value)).OrderByDescending(found => found.Count).ThenBy(found => found.Place, StringComparer.Ordinal)];

    public SecretMask Counting(SecretMask mask) => (kind, value) =>
    {
        var masked = mask(kind, value);
        if (masked != value) _counts[(kind, Place)] = _counts.GetValueOrDefault((kind, Place)) + 1;
        return masked;
    };
}
