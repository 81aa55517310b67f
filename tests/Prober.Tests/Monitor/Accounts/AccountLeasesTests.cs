using NUnit.Framework;
using Prober.Monitor.Accounts;

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
        await leases.TakeAsync("account", "one", TimeSpan.FromMinutes(1), default);
        await leases.GiveBackAsync("account", "somebody else", default);
        Assert.That(await leases.TryTakeAsync("account", "two", TimeSpan.FromMinutes(1), default), Is.False);
        await leases.GiveBackAsync("account", "one", default);
        Assert.That(await leases.TryTakeAsync("account", "two", TimeSpan.FromMinutes(1), default), Is.True);
        _file.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await leases.TryTakeAsync("account", "three", TimeSpan.FromMinutes(1), default), Is.True);
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
}
