namespace Prober.Monitor.Runs;

/// <summary>
/// So many journeys at once and no more: a browser that has to share its core is slow, and slow looks like a fault of the target. Of those that
/// wait the highest priority goes first, and of one priority whoever asked first.
/// </summary>
public sealed class Admission(MonitorOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, (int Rank, long Turn)> _order = new();
    private readonly Dictionary<TaskCompletionSource, WaitingJourney> _waiting = [];
    private long _turn;
    private int _walking;

    /// <summary>How many wait for a slot now.</summary>
    public int Waiting => Waiters.Count;

    /// <summary>Journeys that are walked now.</summary>
    public int Walking => Volatile.Read(ref _walking);

    /// <summary>Who waits for a slot now, whoever goes first at the top.</summary>
    public IReadOnlyList<WaitingJourney> Waiters
    {
        get
        {
            lock (_lock) return [.. _waiting.Values.OrderByDescending(waiter => waiter.Priority).ThenBy(waiter => waiter.Since)];
        }
    }

    /// <summary>Waits for a slot and runs the work in it.</summary>
    /// <param name="scenario">Whose journey it is.</param>
    /// <param name="priority">1 to 10.</param>
    /// <param name="waits">Told once, when no slot is free at once.</param>
    /// <param name="work">What is done in the slot.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <returns>What the work returned, and how long it had to wait.</returns>
    public async Task<(T Result, TimeSpan Waited)> AdmitAsync<T>(string scenario, int priority, Func<Task> waits, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waits);
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        var asked = time.GetTimestamp();
        if (Ask(new(scenario, priority, time.GetUtcNow())) is { } turn) await WaitAsync(turn, waits, cancellationToken);
        var waited = time.GetElapsedTime(asked);
        try
        {
            return (await work(), waited);
        }
        finally
        {
            GiveBack();
        }
    }

    /// <summary>Null when there is a slot; else what ends when there is one.</summary>
    private TaskCompletionSource? Ask(WaitingJourney journey)
    {
        lock (_lock)
        {
            if (_walking < options.Slots)
            {
                _walking++;
                return null;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(turn, journey);
            _order.Enqueue(turn, (-journey.Priority, _turn++));
            return turn;
        }
    }

    private async Task WaitAsync(TaskCompletionSource turn, Func<Task> waits, CancellationToken cancellationToken)
    {
        try
        {
            await waits();
            await turn.Task.WaitAsync(cancellationToken);
        }
        catch
        {
            // Whoever goes away in the moment of its turn hands the slot on.
            bool hadLeft;
            lock (_lock) hadLeft = _waiting.Remove(turn);
            if (!hadLeft) GiveBack();
            throw;
        }
    }

    private void GiveBack()
    {
        TaskCompletionSource? next = null;
        lock (_lock)
        {
            // Those who went away are still in the order.
            while (next is null && _order.TryDequeue(out var first, out _)) next = _waiting.Remove(first) ? first : null;
            if (next is null) _walking--;
        }

        next?.SetResult();
    }
}
