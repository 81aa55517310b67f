using Prober.Checklist.Reports;
using Prober.Monitor.Runs;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Runs;

/// <summary>Walks nothing; what comes of each journey was said before.</summary>
internal sealed class ScriptedWalker : IJourneyWalker
{
    private readonly Queue<Func<CancellationToken, Task<WalkedJourney>>> _script = [];

    public int Walks { get; private set; }

    public void Script(params Report[] reports)
    {
        foreach (var report in reports) _script.Enqueue(_ => Task.FromResult(new WalkedJourney(report, "/folder", 0)));
    }

    public void Script(Exception fault) => _script.Enqueue(_ => Task.FromException<WalkedJourney>(fault));

    /// <summary>Does something meanwhile.</summary>
    public void Script(Report report, Func<Task> meanwhile) => _script.Enqueue(async _ =>
    {
        await meanwhile();
        return new WalkedJourney(report, "/folder", 0);
    });

    /// <summary>Does something and then walks for ever, until it is cut short.</summary>
    public void Script(Action first) => _script.Enqueue(async cancellationToken =>
    {
        first();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("never reached");
    });

    public Task<WalkedJourney> WalkAsync(Scenario scenario, string folder, CancellationToken cancellationToken)
    {
        Walks++;
        return _script.Dequeue()(cancellationToken);
    }
}
