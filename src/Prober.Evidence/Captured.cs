namespace Prober.Evidence;

/// <summary>
/// One part of the evidence: a value, or the reason why there is none. Absence is never silent, because a check that
/// misses a part answers "inconclusive" with exactly this reason.
/// </summary>
/// <param name="Value">What was captured; null exactly when <paramref name="Missing"/> is set.</param>
/// <param name="Missing">Why nothing was captured, as a clause that can follow "no evidence: ".</param>
public sealed record Captured<T>(T? Value, string? Missing)
    where T : class
{
    public bool IsPresent => Value is not null;
}

/// <summary>Makes <see cref="Captured{T}"/> values without repeating the type.</summary>
public static class Captured
{
    public static Captured<T> Of<T>(T value)
        where T : class => new(value, null);

    public static Captured<T> Nothing<T>(string reason)
        where T : class => new(null, reason);
}
