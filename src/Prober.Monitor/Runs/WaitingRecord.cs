using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>The record of one run while it waits for its account or its slot: so that one whose process is killed meanwhile is not lost. A run that need not wait has none before it begins.</summary>
internal sealed class WaitingRecord(RunStore store, RunRecord run, TimeProvider time)
{
    private bool _isWritten;

    /// <summary>It has to wait; written the first time alone, whatever it waits for next.</summary>
    public async Task WriteAsync()
    {
        if (_isWritten) return;
        _isWritten = true;
        await store.BeginAsync(run with { State = RunState.Waiting }, CancellationToken.None);
    }

    /// <summary>It begins, and from here on its record is a run's like any other.</summary>
    public async Task BeginAsync(RunRecord begun, CancellationToken cancellationToken)
    {
        if (_isWritten) await store.BeginWaitingAsync(begun, cancellationToken);
        else await store.BeginAsync(begun, cancellationToken);
        _isWritten = false;
    }

    /// <summary>It will not be walked. While the database is away it is asked again, as a record that stays would say for ever that the run waits.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) =>
        _isWritten ? StorePatience.UntilDoneAsync(() => store.ForgetWaitingAsync(run.Id, CancellationToken.None), time, cancellationToken) : Task.CompletedTask;
}
