namespace Prober.Lab;

/// <summary>What a fault is and what a checklist must make of it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Number">Its number in the catalogue of injectable faults, such as <c>F06</c>.</param>
/// <param name="Name">Its name on the command line, such as <c>redirect-uri-scheme</c>.</param>
/// <param name="Summary">What is broken, in one sentence.</param>
/// <param name="Headline">The check that must name it; <c>null</c> when nothing may fail, because what is odd is harmless.</param>
public sealed record FaultInfo(Fault Fault, string Number, string Name, string Summary, string? Headline)
{
    /// <summary>
    /// The verdict that the headline check must reach: <c>fail</c> unless the fault only deserves a <c>warn</c>, or is no defect and
    /// merely has to be named (<c>pass</c>).
    /// </summary>
    public string Verdict { get; init; } = "fail";

    /// <summary>The reason that the headline check must give, where the catalogue names one.</summary>
    public string? Reason { get; init; }

    /// <summary>A check that must warn beside the headline.</summary>
    public string? AlsoWarns { get; init; }

    /// <summary>Checks that a naive tool would also turn red; a trailing <c>*</c> stands for all with that beginning.</summary>
    public IReadOnlyList<string> MustNotFail { get; init; } = [];

    /// <summary>Which of the lab's scenarios shows it.</summary>
    public LabScenario Scenario { get; init; } = LabScenario.ServerSide;

    /// <summary>What the scenario must say or do beyond the ordinary for the fault to show.</summary>
    public string? ScenarioTweak { get; init; }

    /// <summary>The user agent of the browser that shows it, where it is the browser that is wrong.</summary>
    public string? UserAgent { get; init; }
}
