using NUnit.Framework;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Store;

public sealed class RunStoreTests
{
    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task A_run_is_on_record_from_its_beginning_and_comes_back_as_it_ended()
    {
        var run = _file.Run("one");
        await _file.Runs.BeginAsync(run, default);
        Assert.That(await _file.Runs.FindAsync("one", default), Is.EqualTo(run));

        _file.Time.Advance(TimeSpan.FromSeconds(3));
        var ended = run with
        {
            State = RunState.Completed,
            EndedAt = _file.Time.GetUtcNow(),
            Verdict = "fail",
            Fault = "identity-provider",
            HeadlineCheck = "login-prompt-idp-available",
            HeadlineReason = "server-error",
            Summary = "The provider answered 503.",
            Remedy = "Wait.",
            Folder = "/somewhere",
        };
        PhaseRecord[] phases = [new() { Name = "login", Application = "portal", Verdict = "fail", DurationMs = 12.5 }];
        FindingRecord[] findings = [new() { CheckId = "login-prompt-idp-available", Verdict = "fail", Reason = "server-error" }];
        await _file.Runs.EndAsync(ended, phases, findings, default);
        Assert.That(await _file.Runs.FindAsync("one", default), Is.EqualTo(ended));
        Assert.That(await _file.Runs.PhasesAsync("one", default), Is.EqualTo(phases));
        Assert.That(await _file.Runs.FindingsAsync("one", default), Is.EqualTo(findings));
    }

    [Test]
    public async Task A_run_whose_node_is_gone_gets_a_record_and_its_account_is_free()
    {
        await _file.Runs.SeenAsync("node-1", default);
        await _file.Runs.SeenAsync("node-2", default);
        await _file.Runs.BeginAsync(_file.Run("left", "node-1"), default);
        await _file.Runs.BeginAsync(_file.Run("going", "node-2"), default);
        var leases = new Prober.Monitor.Accounts.AccountLeases(_file.Database, _file.Time);
        await leases.TryTakeAsync("account", "left", TimeSpan.FromHours(1), default);
        Assert.That(await _file.Runs.AbandonAsync(default), Is.Empty);

        _file.Time.Advance(RunStore.NodeIsGoneAfter + TimeSpan.FromSeconds(1));
        await _file.Runs.SeenAsync("node-2", default);
        Assert.That((await _file.Runs.AbandonAsync(default)).Select(run => (run.Id, run.State)), Is.EqualTo(new[] { ("left", RunState.Abandoned) }));
        Assert.That((await _file.Runs.FindAsync("left", default))!, Has.Property("State").EqualTo(RunState.Abandoned).And.Property("Fault").EqualTo("prober"));
        Assert.That((await _file.Runs.FindAsync("going", default))!.State, Is.EqualTo(RunState.Running));
        Assert.That(await leases.TryTakeAsync("account", "next", TimeSpan.FromMinutes(1), default), Is.True);
    }

    [Test]
    public async Task How_long_ago_a_node_could_be_written_down_is_known()
    {
        Assert.That(await _file.Runs.LastSeenAsync("node-1", default), Is.Null);
        await _file.Runs.SeenAsync("node-1", default);
        _file.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.That(await _file.Runs.LastSeenAsync("node-1", default), Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task A_run_that_waited_begins_with_a_time_of_its_own_and_one_that_is_not_walked_leaves_nothing()
    {
        foreach (var id in (string[])["walked", "stopped"]) await _file.Runs.BeginAsync(_file.Run(id) with { State = RunState.Waiting }, default);
        _file.Time.Advance(TimeSpan.FromSeconds(5));
        var begun = _file.Run("walked") with { DueAt = _file.Time.GetUtcNow().AddSeconds(-5) };
        await _file.Runs.BeginWaitingAsync(begun, default);
        foreach (var id in (string[])["walked", "stopped"]) await _file.Runs.ForgetWaitingAsync(id, default);
        Assert.That(await _file.Runs.LatestAsync("portal", 9, default), Is.EqualTo(new[] { begun }), "what has begun is not forgotten");
    }

    [Test]
    public async Task A_run_whose_node_is_gone_before_it_began_says_so_and_begins_all_the_same_if_the_node_was_there()
    {
        var waiting = _file.Run("one") with { State = RunState.Waiting };
        await _file.Runs.BeginAsync(waiting, default);
        var left = (await _file.Runs.AbandonAsync(default)).Single();
        Assert.That(left, Is.EqualTo(waiting with
        {
            State = RunState.Abandoned,
            EndedAt = _file.Time.GetUtcNow(),
            Fault = "prober",
            Summary = "The process that was to walk this journey went away before it began.",
        }));
        await _file.Runs.BeginWaitingAsync(_file.Run("one"), default);
        Assert.That(await _file.Runs.FindAsync("one", default), Is.EqualTo(_file.Run("one")));
        Assert.That((await _file.Runs.AbandonAsync(default)).Single().Summary, Is.EqualTo("The process that walked this journey went away before it could end."));
    }

    [Test]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using (var connection = await _file.Database.OpenAsync(default))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO monitor_schema (version) VALUES (99)";
            await command.ExecuteNonQueryAsync();
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => MonitorSchema.MigrateAsync(_file.Database, default));
        Assert.That(refused!.Message, Does.EndWith("written by a newer prober (schema 99, this one knows 9)"));
    }

    [Test]
    public void A_data_folder_is_one_process_own()
    {
        using (DataFolderLock.TryTake(_file.Folder))
        {
            Assert.That(DataFolderLock.TryTake(_file.Folder), Is.Null);
        }

        using var free = DataFolderLock.TryTake(_file.Folder);
        Assert.That(free, Is.Not.Null);
    }
}
