namespace Prober.Checklist;

/// <summary>A check's metadata beside what it found in one run.</summary>
internal sealed record Answer(CheckInfo Info, Finding Finding)
{
    public string Id => Info.Id;

    public bool Failed => Finding.Verdict is Verdict.Fail;

    public FaultOwner Fault => Finding.Fault ?? Info.Owner;
}
