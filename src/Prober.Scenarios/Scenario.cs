namespace Prober.Scenarios;

/// <summary>One login to watch over: who logs in where, by which steps, and what a healthy run looks like.</summary>
public sealed record Scenario
{
    /// <summary>Short name in kebab-case; labels reports and metrics.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required ProviderSettings Provider { get; init; }

    public required Account Account { get; init; }

    /// <summary>By name, in the order of the file.</summary>
    public required IReadOnlyDictionary<string, ApplicationSettings> Applications { get; init; }

    public required IReadOnlyList<JourneyStep> Journey { get; init; }

    public ExpectSettings Expect { get; init; } = new();

    /// <summary>Explicit login steps for a page that is out of the ordinary; empty means the form is found.</summary>
    public IReadOnlyList<LoginStep> Steps { get; init; } = [];

    /// <summary>Another door to try once when the first refuses the credentials; null for none.</summary>
    public AlternateSettings? Alternate { get; init; }

    public Budgets Budgets { get; init; } = new();

    public ScheduleSettings? Schedule { get; init; }

    /// <summary>Share of a monitor's runs of 30 days that is to pass, over 0 and under 1; null where the monitor's own holds.</summary>
    public double? Objective { get; init; }

    /// <summary>The file it was read from; relative paths inside it start there.</summary>
    public string? File { get; init; }

    /// <summary>Files that it names and that were read with it: when one of them changes, it does.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
