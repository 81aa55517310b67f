namespace Prober.Scenarios;

/// <summary>How often a monitor walks the journey. Read and validated here; used by the monitor.</summary>
public sealed record ScheduleSettings
{
    /// <summary>Where a scenario without a priority stands.</summary>
    public const int UsualPriority = 5;

    public TimeSpan? Every { get; init; }

    /// <summary>Quartz cron expression of six or seven fields, or the usual five.</summary>
    public string? Cron { get; init; }

    /// <summary>IANA name, of the cron expression, the holidays and the maintenance windows; UTC when null.</summary>
    public string? TimeZone { get; init; }

    public TimeSpan? Jitter { get; init; }

    /// <summary>Whole days on which nothing is walked, those out of files included.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    public IReadOnlyList<MaintenanceWindow> Maintenance { get; init; } = [];

    /// <summary>Walked once more when the monitor starts, beside the plan.</summary>
    public bool AtStart { get; init; }

    /// <summary>1 to 10; of journeys that wait for a slot the highest goes first.</summary>
    public int Priority { get; init; } = UsualPriority;
}
