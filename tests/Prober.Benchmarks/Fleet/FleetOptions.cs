namespace Prober.Benchmarks.Fleet;

/// <summary>The fleet that is simulated.</summary>
internal sealed record FleetOptions
{
    public int Scenarios { get; init; } = 5000;

    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long it is watched after everything is planned.</summary>
    public TimeSpan Watched { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the fake runner takes for a journey.</summary>
    public TimeSpan Journey { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Monitors that share the database; more than one wants PostgreSQL.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Starts in a second that the schedule asks for.</summary>
    public double Rate => Scenarios / Every.TotalSeconds;

    /// <summary>Slots of a node: twice what Little's law asks for, so that nobody waits for a slot.</summary>
    public int Slots => (int)Math.Ceiling(Rate * Journey.TotalSeconds * 2 / Nodes) + 2;

    /// <exception cref="FormatException">An option is not known, or its value is no number.</exception>
    public static FleetOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new FleetOptions();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var value = int.Parse(index + 1 < arguments.Count ? arguments[index + 1] : "");
            options = arguments[index] switch
            {
                "--scenarios" => options with { Scenarios = value },
                "--every" => options with { Every = TimeSpan.FromSeconds(value) },
                "--watched" => options with { Watched = TimeSpan.FromSeconds(value) },
                "--journey-ms" => options with { Journey = TimeSpan.FromMilliseconds(value) },
                "--nodes" => options with { Nodes = value },
                var other => throw new FormatException($"{other}: not known"),
            };
        }

        return options;
    }
}
