using NUnit.Framework;

namespace Prober.EndToEnd.Monitor.Outages;

/// <summary>
/// What the monitor stands on goes away, or stands still, and comes back: no run is left without an end, and nobody else is blamed. Each takes minutes and waits for most of them, so
/// they pass side by side.
/// </summary>
[Platform("Linux"), Parallelizable(ParallelScope.Self)]
public sealed class OutageTests
{
    private Task _database = null!, _disk = null!, _silence = null!;

    [OneTimeSetUp]
    public void BeginAll() => (_database, _disk, _silence) = (Task.Run(GoneDatabase.PassesAsync), Task.Run(FullDisk.PassesAsync), Task.Run(Silence.PassesAsync));

    // Where one of them alone was asked for, the others still end in order.
    [OneTimeTearDown]
    public async Task EndAllAsync() => await Task.WhenAll(_database, _disk, _silence).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [Test]
    public Task A_browser_a_driver_and_a_database_that_go_away_in_mid_run() => _database;

    [Test]
    public Task A_disk_that_is_full_until_somebody_makes_room() => _disk;

    [Test]
    public Task A_target_that_never_answers_and_a_driver_that_hangs() => _silence;
}
