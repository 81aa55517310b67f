namespace Prober.Monitor.Runs;

/// <summary>So many journeys at once and no more: a browser that has to share its core is slow, and slow looks like a fault of the target.</summary>
public sealed class Admission(MonitorOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Slots, options.Slots);
    private int _waiting;

    /// <summary>Journeys that wait for a slot now.</summary>
    public int Waiting => _waiting;

    /// <summary>Journeys that are walked now.</summary>
    public int Walking => options.Slots - _slots.CurrentCount;

    /// <summary>Waits for a slot, first come first served, and runs the work in it.</summary>
    /// <returns>What the work returned, and how long it had to wait.</returns>
    public async Task<(T Result, TimeSpan Waited)> AdmitAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        Interlocked.Increment(ref _waiting);
        try
        {
            await _slots.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        var waited = time.GetElapsedTime(asked);
        try
        {
            return (await work(), waited);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
