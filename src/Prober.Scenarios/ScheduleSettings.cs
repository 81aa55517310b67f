namespace Prober.Scenarios;

/// <summary>How often a monitor walks the journey. Read and validated here; used by the monitor.</summary>
public sealed record ScheduleSettings
{
    public TimeSpan? Every { get; init; }

    /// <summary>Quartz cron expression of six or seven fields, or the usual five.</summary>
    public string? Cron { get; init; }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }

    public TimeSpan? Jitter { get; init; }
}
