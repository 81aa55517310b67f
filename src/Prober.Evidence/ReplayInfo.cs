namespace Prober.Evidence;

/// <summary>That a journey was walked through a recording instead of the network, and where it left it.</summary>
public sealed record ReplayInfo
{
    /// <summary>Name of the recording's file.</summary>
    public required string Recording { get; init; }

    /// <summary>When its first exchange began. All times of such a run are those of the recording.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Exchanges in the recording.</summary>
    public required int Entries { get; init; }

    /// <summary>Exchanges of it that the journey met again.</summary>
    public required int Used { get; init; }

    /// <summary>What was asked for and is not in the recording, in order; at most twenty are named.</summary>
    public IReadOnlyList<UnrecordedRequest> Unrecorded { get; init; } = [];
}

/// <summary>A request to which a recording has no answer.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Url">Redacted.</param>
/// <param name="At">In the time of the recording.</param>
/// <param name="ResourceType">What the browser wanted it for (<c>document</c>, <c>script</c>, <c>fetch</c> …); null when not known.</param>
public sealed record UnrecordedRequest(string Method, string Url, DateTimeOffset At, string? ResourceType);
