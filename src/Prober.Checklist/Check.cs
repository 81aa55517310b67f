namespace Prober.Checklist;

/// <summary>
/// One question of the checklist: typed evidence in, one finding out. Pure: no browser, clock, file or network. Evidence
/// that is missing ends in "inconclusive" by itself, because <see cref="EvidenceReader"/> throws and the runner answers.
/// </summary>
public abstract class Check
{
    public abstract CheckInfo Info { get; }

    public abstract Finding Evaluate(EvidenceReader evidence);
}
