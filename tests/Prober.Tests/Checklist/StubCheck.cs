using Prober.Checklist;

namespace Prober.Tests.Checklist;

/// <summary>A check with a given answer, for tests of what happens around checks.</summary>
internal sealed class StubCheck(string id, Func<EvidenceReader, Finding> answer, params IReadOnlyList<string> dependsOn) : Check
{
    public CheckClass Class { get; init; } = CheckClass.Root;

    public Stage Stage { get; init; } = Stage.Token;

    public IReadOnlyList<string> Reads { get; init; } = [];

    public string? AnsweredBy { get; init; }

    public FaultOwner Owner { get; init; } = FaultOwner.Configuration;

    public override CheckInfo Info => new(id, Stage, Class, "Is it?", "Because.", "Mend it.")
    {
        DependsOn = dependsOn,
        Reads = Reads,
        AnsweredBy = AnsweredBy,
        Owner = Owner,
    };

    public override Finding Evaluate(EvidenceReader evidence) => answer(evidence);
}
