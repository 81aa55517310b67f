namespace Prober.Lab;

/// <summary>What a fault is and what a checklist must make of it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Number">Its number in the catalogue of injectable faults, such as <c>F06</c>.</param>
/// <param name="Name">Its name on the command line, such as <c>redirect-uri-scheme</c>.</param>
/// <param name="Summary">What is broken, in one sentence.</param>
/// <param name="Headline">The check that must name it.</param>
public sealed record FaultInfo(Fault Fault, string Number, string Name, string Summary, string Headline)
{
    /// <summary>The verdict that the headline check must reach: <c>fail</c> unless the fault only deserves a <c>warn</c>.</summary>
    public string Verdict { get; init; } = "fail";

    /// <summary>Checks that a naive tool would also turn red; a trailing <c>*</c> stands for all with that beginning.</summary>
    public IReadOnlyList<string> MustNotFail { get; init; } = [];

    /// <summary>Which of the lab's scenarios shows it.</summary>
    public LabScenario Scenario { get; init; } = LabScenario.ServerSide;

    /// <summary>What the scenario must say or do beyond the ordinary for the fault to show.</summary>
    public string? ScenarioTweak { get; init; }
}
