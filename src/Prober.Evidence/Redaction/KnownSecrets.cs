namespace Prober.Evidence.Redaction;

/// <summary>
/// The values that a run typed or saw and that nothing written may hold. The gathering side adds what it typed (password, one-time code,
/// user name); <see cref="SecretCollector"/> adds what the traffic shows. Safe for several threads.
/// </summary>
public sealed class KnownSecrets
{
    /// <summary>Below this length a value would be found everywhere: <c>123</c> masks half of a file.</summary>
    public const int ShortestValue = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SecretKind> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _protected = new(StringComparer.Ordinal);

    /// <summary>Adds a value. Returns false, and adds nothing, for null, empty, blank or shorter than <see cref="ShortestValue"/>.</summary>
    public bool Add(string? value, SecretKind kind)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length < ShortestValue || Masks.IsMasked(value)) return false;
        // The first to name it knows best: what was typed as a password stays one if it is seen in a cookie too.
        lock (_gate) _values.TryAdd(value, kind);
        return true;
    }

    /// <summary>Marks a text that reports need (issuer, client id, address): personal data and values merely seen are not searched for if they are part of it.</summary>
    public void Protect(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        lock (_gate) _protected.Add(text.ToLowerInvariant());
    }

    /// <summary>What is searched for in all texts and artefacts.</summary>
    public IReadOnlyList<KnownSecret> Searched
    {
        get
        {
            lock (_gate) return [.. _values.Where(entry => entry.Value != SecretKind.Personal || !IsProtected(entry.Key)).Select(entry => new KnownSecret(entry.Key, entry.Value))];
        }
    }

    /// <summary>Adds a value that was seen rather than typed: only if it is random enough to be nothing else, and no part of a protected text.</summary>
    internal void AddSeen(string value, SecretKind kind)
    {
        lock (_gate)
        {
            // A cookie comes with every request.
            if (_values.ContainsKey(value)) return;
            var distinct = kind == SecretKind.Personal ? Randomness.IsPersonal(value) : Randomness.LooksRandom(value);
            if (distinct && !IsProtected(value)) Add(value, kind);
        }
    }

    private bool IsProtected(string value)
    {
        // Both sides in lower case: a search that disregards case goes letter by letter where there is no globalization data.
        var lower = value.ToLowerInvariant();
        foreach (var text in _protected)
        {
            if (text.Contains(lower, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
