namespace Prober.Scenarios;

/// <summary>
/// A time in which the journey is not walked. It begins at a time of the wall clock in the schedule's time zone and lasts so long on a stopwatch:
/// a change of clocks moves its end, never its length.
/// </summary>
public sealed record MaintenanceWindow
{
    /// <summary>The one day on which it begins; null for one that comes again.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Days of the week on which it begins; all seven unless the file says otherwise.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = Enum.GetValues<DayOfWeek>();

    public required TimeOnly From { get; init; }

    public required TimeSpan Length { get; init; }
}
