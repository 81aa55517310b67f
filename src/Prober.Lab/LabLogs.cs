using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The log files of the applications and of the identity provider's server, in a folder that only this user can read and that goes with the lab.</summary>
internal sealed class LabLogs : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prober-lab-");

    public LabLogs(FaultBehaviour fault, TimeProvider clock)
    {
        Portal = Open("portal.log", fault.ApplicationClock(ApplicationKind.Portal, clock));
        Billing = Open("billing.log", fault.ApplicationClock(ApplicationKind.Billing, clock));
        Ledger = Open("ledger.log", fault.ApplicationClock(ApplicationKind.Ledger, clock));
        Archive = Open("archive.log", fault.ApplicationClock(ApplicationKind.Archive, clock));
        Notes = Open("notes.log", fault.ApplicationClock(ApplicationKind.Notes, clock));
        Provider = Open("provider.log", clock);
    }

    public ApplicationLog Portal { get; }

    public ApplicationLog Billing { get; }

    public ApplicationLog Ledger { get; }

    public ApplicationLog Archive { get; }

    public ApplicationLog Notes { get; }

    /// <summary>The log of the identity provider's server, beside the tenant's log in its API.</summary>
    public ApplicationLog Provider { get; }

    public void Dispose()
    {
        Provider.Dispose();
        Portal.Dispose();
        Billing.Dispose();
        Ledger.Dispose();
        Archive.Dispose();
        Notes.Dispose();
        folder.Delete(recursive: true);
    }

    private ApplicationLog Open(string name, TimeProvider clock) => new(Path.Combine(folder.FullName, name), clock);
}
