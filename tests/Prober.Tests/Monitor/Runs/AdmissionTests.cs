using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Runs;

namespace Prober.Tests.Monitor.Runs;

public sealed class AdmissionTests
{
    private readonly List<string> _begun = [];
    private readonly List<string> _waited = [];
    private readonly Admission _admission = new(new MonitorOptions { DataFolder = "", Scenarios = [], Slots = 1 }, TimeProvider.System);

    [SetUp]
    public void Forget()
    {
        _begun.Clear();
        _waited.Clear();
    }

    [Test]
    public async Task The_highest_priority_goes_first_and_among_equals_who_asked_first()
    {
        var hold = new TaskCompletionSource();
        Task[] journeys = [Ask("first", 1, hold.Task), Ask("low", 2), Ask("usual", 5), Ask("usual-too", 5), Ask("high", 9)];
        Assert.That(_admission.Waiters.Select(waiter => waiter.Scenario), Is.EqualTo(new[] { "high", "usual", "usual-too", "low" }));
        Assert.That((_admission.Waiting, _admission.Walking), Is.EqualTo((4, 1)));
        Assert.That(_waited, Is.EqualTo(new[] { "low", "usual", "usual-too", "high" }), "the first had no need to wait");
        hold.SetResult();
        await Task.WhenAll(journeys);
        Assert.That(_begun, Is.EqualTo(new[] { "first", "high", "usual", "usual-too", "low" }));
        Assert.That((_admission.Waiting, _admission.Walking), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Who_goes_away_while_it_waits_takes_no_slot_with_it()
    {
        using var away = new CancellationTokenSource();
        var hold = new TaskCompletionSource();
        var (first, gone, next) = (Ask("first", 5, hold.Task), Ask("gone", 9, cancellationToken: away.Token), Ask("next", 5));
        await away.CancelAsync();
        Assert.That(async () => await gone, Throws.InstanceOf<OperationCanceledException>());
        hold.SetResult();
        await Task.WhenAll(first, next);
        Assert.That(_begun, Is.EqualTo(new[] { "first", "next" }));
        await Ask("later", 5);
        Assert.That(_admission.Walking, Is.Zero);
    }

    [Test]
    public async Task Who_cannot_say_that_it_waits_takes_no_slot_with_it()
    {
        var hold = new TaskCompletionSource();
        var first = Ask("first", 5, hold.Task);
        var broken = _admission.AdmitAsync("broken", 9, () => throw new IOException("the store is away"), () => Task.FromResult(0), default);
        Assert.That(async () => await broken, Throws.InstanceOf<IOException>());
        Assert.That(_admission.Waiting, Is.Zero);
        hold.SetResult();
        await first;
        Assert.That(_admission.Walking, Is.Zero);
    }

    [Test]
    public async Task However_many_come_and_go_there_are_never_more_than_the_slots_and_none_is_lost()
    {
        var admission = new Admission(new MonitorOptions { DataFolder = "", Scenarios = [], Slots = 3 }, TimeProvider.System);
        var most = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (index, _) =>
        {
            using var away = new CancellationTokenSource(index % 3 == 0 ? TimeSpan.FromMilliseconds(index % 2) : Timeout.InfiniteTimeSpan);
            try
            {
                await admission.AdmitAsync("any", index % 10, async () => await Task.Yield(), async () =>
                {
                    InterlockedMax(ref most, admission.Walking);
                    await Task.Yield();
                    return 0;
                }, away.Token);
            }
            catch (OperationCanceledException)
            {
            }
        });
        Assert.That((most, admission.Walking, admission.Waiting), Is.EqualTo((3, 0, 0)));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; value > seen; seen = target) Interlocked.CompareExchange(ref target, value, seen);
    }

    private Task<(int, TimeSpan)> Ask(string scenario, int priority, Task? until = null, CancellationToken cancellationToken = default) => _admission.AdmitAsync(scenario, priority, () => Waited(scenario), async () =>
    {
        lock (_begun) _begun.Add(scenario);
        await (until ?? Task.CompletedTask);
        return 0;
    }, cancellationToken);

    private Task Waited(string scenario)
    {
        _waited.Add(scenario);
        return Task.CompletedTask;
    }
}
