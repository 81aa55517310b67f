using NUnit.Framework;
using Prober.Monitor.Accounts;
using Prober.Scenarios;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Accounts;

public sealed class AccountLeasesTests
{
    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task Of_many_who_ask_at_once_one_gets_the_account()
    {
        var leases = new AccountLeases(_file.Database, _file.Time);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => leases.TryTakeAsync("account", $"run-{index}", TimeSpan.FromMinutes(1), default))));
        Assert.That(taken.Count(got => got), Is.EqualTo(1));
    }

    [Test]
    public async Task An_account_is_free_when_it_is_given_back_or_when_its_lease_is_over()
    {
        var leases = new AccountLeases(_file.Database, _file.Time);
        Assert.That(await leases.TryTakeAsync("account", "one", TimeSpan.FromMinutes(1), default), Is.True);
        await leases.GiveBackAsync("account", "somebody else", default);
        Assert.That(await leases.TryTakeAsync("account", "two", TimeSpan.FromMinutes(1), default), Is.False);
        await leases.GiveBackAsync("account", "one", default);
        Assert.That(await leases.TryTakeAsync("account", "two", TimeSpan.FromMinutes(1), default), Is.True);
        _file.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await leases.TryTakeAsync("account", "three", TimeSpan.FromMinutes(1), default), Is.True);
    }

    [Test]
    public async Task Who_has_to_wait_is_told_so_once_and_who_has_not_never()
    {
        var leases = new AccountLeases(_file.Database, _file.Time);
        var told = 0;
        Task Waits()
        {
            told++;
            return Task.CompletedTask;
        }

        await leases.TakeAsync("account", "one", TimeSpan.FromMinutes(1), Waits, default);
        Assert.That(told, Is.Zero);
        var second = leases.TakeAsync("account", "two", TimeSpan.FromMinutes(1), Waits, default);
        while (!second.IsCompleted)
        {
            _file.Time.Advance(AccountLeases.AskAgainAfter);
            await Task.Delay(1);
        }

        await second;
        Assert.That(told, Is.EqualTo(1));
    }

    [Test]
    public async Task A_seed_of_one_time_codes_is_free_when_the_window_ends_in_which_it_was_used()
    {
        var leases = new AccountLeases(_file.Database, _file.Time);
        _file.Time.Advance(TimeSpan.FromSeconds(12));
        Assert.That(await leases.TryTakeAsync("otp-seed", "one", TimeSpan.FromMinutes(5), default), Is.True);
        await leases.GiveBackAfterWindowAsync("otp-seed", "somebody else", default);
        await leases.GiveBackAfterWindowAsync("otp-seed", "one", default);
        _file.Time.Advance(TimeSpan.FromSeconds(17));
        Assert.That(await leases.TryTakeAsync("otp-seed", "two", TimeSpan.FromMinutes(1), default), Is.False, "second 29");
        _file.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await leases.TryTakeAsync("otp-seed", "two", TimeSpan.FromMinutes(1), default), Is.True, "the next code");
    }

    [Test]
    public void A_seed_is_known_again_however_it_is_spelt_and_says_nothing_of_itself()
    {
        var seeds = new[] { "JBSWY3DPEHPK3PXP", "jbsw y3dp ehpk 3pxp", "JBSW-Y3DP-EHPK-3PXP==" };
        var keys = seeds.Select(seed => AccountKey.OfOneTimeCodes(With(seed))).ToList();
        Assert.That(keys.Distinct().Single(), Does.StartWith("otp-").And.Not.Contain("JBSWY"));
        Assert.That(AccountKey.OfOneTimeCodes(With("KBSWY3DPEHPK3PXP")), Is.Not.EqualTo(keys[0]));
        Assert.That(AccountKey.OfOneTimeCodes(MonitoredScenario.Named("portal")), Is.Null);
    }

    [Test]
    public async Task An_account_rests_after_refusals_in_a_row_and_not_for_ever()
    {
        var rest = new AccountRest(_file.Database, _file.Time);
        Assert.That(await rest.RefusedAsync("account", default), Is.False);
        Assert.That(await rest.RefusedAsync("account", default), Is.False);
        await rest.AcceptedAsync("account", default);
        Assert.That(await rest.RefusedAsync("account", default), Is.False);
        Assert.That(await rest.RefusedAsync("account", default), Is.False);
        Assert.That(await rest.RefusedAsync("account", default), Is.True);
        Assert.That(await rest.UntilAsync("account", default), Is.EqualTo(_file.Time.GetUtcNow() + AccountRest.Length));
        _file.Time.Advance(AccountRest.Length);
        Assert.That(await rest.UntilAsync("account", default), Is.Null);
    }

    private static Scenario With(string seed)
    {
        var scenario = MonitoredScenario.Named("portal");
        return scenario with { Account = scenario.Account with { Totp = new Secret(seed) } };
    }
}
