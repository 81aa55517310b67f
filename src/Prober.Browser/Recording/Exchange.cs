namespace Prober.Browser.Recording;

/// <summary>One request as the event log saw it: what can be had without asking the driver.</summary>
internal sealed class Exchange
{
    public required DateTimeOffset StartedAt { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required string ResourceType { get; init; }

    /// <summary>Number of the tab within its window; 0 when the browser named none.</summary>
    public required int Tab { get; init; }

    /// <summary>A document of a tab, not of a frame in it.</summary>
    public required bool IsPageDocument { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>0 until there is a response.</summary>
    public int Status { get; set; }

    public string? Failure { get; set; }

    /// <summary>How long it was waited for, when the journey's time was over and nothing had come; null for every other.</summary>
    public TimeSpan? GivenUpAfter { get; set; }
}
