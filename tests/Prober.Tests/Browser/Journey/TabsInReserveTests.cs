using Microsoft.Playwright;
using NUnit.Framework;
using Prober.Browser.Journey;

namespace Prober.Tests.Browser.Journey;

public sealed class TabsInReserveTests
{
    private readonly List<TaskCompletionSource<IPage>> _opened = [];

    [Test]
    public async Task The_tab_begun_is_the_one_taken_and_is_taken_once()
    {
        var reserve = Reserve();
        reserve.Begin(CancellationToken.None);
        reserve.Begin(CancellationToken.None);
        var (first, second) = (FakeTab.Open(), FakeTab.Open());
        _opened[0].SetResult(first);

        Assert.That(_opened, Has.Count.EqualTo(1), "a second begin opens nothing");
        Assert.That(await reserve.TakeAsync(CancellationToken.None), Is.SameAs(first));

        var later = reserve.TakeAsync(CancellationToken.None);
        _opened[1].SetResult(second);
        Assert.That(await later, Is.SameAs(second));
    }

    [Test]
    public async Task A_tab_that_was_closed_meanwhile_is_replaced()
    {
        var reserve = Reserve();
        reserve.Begin(CancellationToken.None);
        _opened[0].SetResult(FakeTab.Closed());
        var fresh = FakeTab.Open();
        var taken = reserve.TakeAsync(CancellationToken.None);
        _opened[1].SetResult(fresh);

        Assert.That(await taken, Is.SameAs(fresh));
    }

    [TestCase(typeof(PlaywrightException))]
    [TestCase(typeof(OperationCanceledException))]
    public async Task What_cut_the_earlier_phase_short_does_not_reach_who_asks_now(Type failure)
    {
        var reserve = Reserve();
        reserve.Begin(CancellationToken.None);
        _opened[0].SetException((Exception)Activator.CreateInstance(failure)!);
        var fresh = FakeTab.Open();
        var taken = reserve.TakeAsync(CancellationToken.None);
        Assert.That(_opened, Has.Count.EqualTo(2));
        _opened[1].SetResult(fresh);

        Assert.That(await taken, Is.SameAs(fresh));
    }

    [Test]
    public void Who_is_cancelled_while_waiting_gets_no_other_tab()
    {
        var reserve = Reserve();
        reserve.Begin(CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        var taken = reserve.TakeAsync(cancelled.Token);
        cancelled.Cancel();

        Assert.That(async () => await taken, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_opened, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Settling_waits_for_what_was_never_taken_and_survives_its_failure()
    {
        var reserve = Reserve();
        await reserve.SettleAsync();
        reserve.Begin(CancellationToken.None);
        var settled = reserve.SettleAsync();
        Assert.That(settled.IsCompleted, Is.False);
        _opened[0].SetException(new PlaywrightException("the browser is gone"));

        await settled;
    }

    private TabsInReserve Reserve()
    {
        _opened.Clear();
        return new(_ =>
        {
            _opened.Add(new TaskCompletionSource<IPage>());
            return _opened[^1].Task;
        });
    }
}
