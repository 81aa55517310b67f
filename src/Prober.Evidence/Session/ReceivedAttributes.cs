namespace Prober.Evidence.Session;

/// <summary>What an application's own page about its user ("who am I") answered after the login: names only, never a value.</summary>
public sealed record ReceivedAttributes
{
    public required string Application { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The page that was asked, redacted.</summary>
    public required string Url { get; init; }

    /// <summary>HTTP status; 0 when it did not answer.</summary>
    public required int Status { get; init; }

    /// <summary>Names of everything that the answer holds with a value, as it spells them; null when it was no JSON.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Why there are no names, one sentence.</summary>
    public string? Problem { get; init; }
}
