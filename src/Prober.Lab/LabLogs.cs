using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The applications' log files, in a folder that only this user can read and that goes with the lab.</summary>
internal sealed class LabLogs : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prober-lab-");

    public LabLogs(TimeProvider clock)
    {
        Portal = Open("portal.log", clock);
        Billing = Open("billing.log", clock);
        Ledger = Open("ledger.log", clock);
        Notes = Open("notes.log", clock);
    }

    public ApplicationLog Portal { get; }

    public ApplicationLog Billing { get; }

    public ApplicationLog Ledger { get; }

    public ApplicationLog Notes { get; }

    public void Dispose()
    {
        Portal.Dispose();
        Billing.Dispose();
        Ledger.Dispose();
        Notes.Dispose();
        folder.Delete(recursive: true);
    }

    private ApplicationLog Open(string name, TimeProvider clock) => new(Path.Combine(folder.FullName, name), clock);
}
