namespace Prober.Lab;

/// <summary>A fault of the recording, not of anybody's software: what a person sends is cut, cleaned or tampered with. Made by editing the
/// HAR of a healthy journey.</summary>
/// <param name="Number">Its number in the catalogue of injectable faults.</param>
/// <param name="Name">Its name, as for <see cref="FaultInfo"/>.</param>
/// <param name="Summary">What is wrong with the file, in one sentence.</param>
/// <param name="Headline">The check that must name it; null when nothing may fail, because the login was in order.</param>
/// <param name="Recording">Which of the lab's journeys is edited.</param>
public sealed record FileFaultInfo(string Number, string Name, string Summary, string? Headline, LabScenario Recording)
{
    /// <summary>Checks that a naive tool would turn red; a trailing <c>*</c> stands for all with that beginning.</summary>
    public IReadOnlyList<string> MustNotFail { get; init; } = [];

    /// <summary>Why no live run can show it.</summary>
    public required string NotLive { get; init; }
}
