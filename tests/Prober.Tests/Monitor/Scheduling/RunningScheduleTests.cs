using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using Prober.Monitor.Runs;
using Prober.Monitor.Scheduling;
using Prober.Scenarios;
using Prober.Tests.Monitor.Deploy;
using Quartz;

namespace Prober.Tests.Monitor.Scheduling;

/// <summary>Schedules as the real scheduler keeps them, with a walker that only waits.</summary>
public sealed class RunningScheduleTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("prober-schedule-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public async Task Who_is_to_be_walked_at_the_start_is_walked_at_once_and_others_when_they_are_due()
    {
        Write("now", "every: 24h, atStart: true");
        Write("later", "every: 24h");
        await using var monitor = await StartAsync(TimeSpan.Zero);
        await Eventually(async () => (await RunsAsync(monitor)).Count > 0);
        Assert.That(await RunsAsync(monitor), Is.EqualTo(new[] { "now" }));
    }

    [Test]
    public async Task What_is_due_while_the_last_still_runs_is_left_out_and_said_so()
    {
        Write("slow", "every: 2s");
        await using var monitor = await StartAsync(TimeSpan.FromSeconds(30));
        await Eventually(async () => (await MissedAsync(monitor)).Count > 1);
        Assert.That((await MissedAsync(monitor)).Distinct(), Is.EqualTo(new[] { ("slow", "overlap") }));
        Assert.That(await RunsAsync(monitor), Has.Count.EqualTo(1));
        Assert.That((await monitor.GetAsync("/metrics")).Text, Does.Match("""login_probe_missed_total\{[^}]*reason="overlap"[^}]*\} [1-9]"""));
    }

    [Test]
    public async Task Nothing_is_walked_in_a_maintenance_window_and_it_is_said_so()
    {
        Write("tended", $"every: 2s, atStart: true, maintenance: [{{ date: {Today.AddDays(-1):yyyy-MM-dd}, from: \"00:00\", for: 3d }}]");
        await using var monitor = await StartAsync(TimeSpan.Zero);
        await Eventually(async () => (await MissedAsync(monitor)).Count > 1);
        Assert.That((await MissedAsync(monitor)).Distinct(), Is.EqualTo(new[] { ("tended", "maintenance") }));
        Assert.That(await RunsAsync(monitor), Is.Empty);
    }

    [Test]
    public async Task What_was_due_while_no_prober_ran_has_a_record_that_says_how_many()
    {
        Write("gap", "every: 1m");
        var data = _folder.CreateSubdirectory("data");
        await using (var before = await StartAsync(TimeSpan.Zero, data))
        {
            var scheduler = await before.Scheduler();
            await Eventually(async () => await scheduler.GetTrigger(new TriggerKey("gap", ScheduleTriggers.Group)) is not null);
        }

        await SetBackAsync(Path.Combine(data.FullName, "schedule.db"), TimeSpan.FromMinutes(10));
        await using var after = await StartAsync(TimeSpan.Zero, data);
        await Eventually(async () => (await StatesAsync(after)).Any(run => run.State == "missed"));
        var gap = (await StatesAsync(after)).Single(run => run.State == "missed");
        Assert.That(gap.Summary, Does.Match("^No prober could start these (9|10|11) runs in time, due from .+Z to .+Z\\.$"));
        Assert.That((await after.GetAsync("/metrics")).Text, Does.Match("""login_probe_missed_total\{[^}]*reason="late"[^}]*\} (9|10|11)\n"""));
        Assert.That((await after.GetAsync("/scenarios/gap")).Text, Does.Contain("not begun in time"));
    }

    [Test]
    public async Task What_was_due_while_the_store_could_not_be_asked_is_on_record_as_missed()
    {
        Write("portal", "every: 2s");
        var data = _folder.CreateSubdirectory("data");
        await using var monitor = await StartAsync(TimeSpan.Zero, data);
        await Eventually(async () => (await StatesAsync(monitor)).Count > 0);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.FullName, "prober.db")};Pooling=False")) await connection.ExecuteAsync("ALTER TABLE monitor_accounts RENAME TO away");
        await Eventually(async () => (await StatesAsync(monitor)).Any(run => run.State == "missed"));
        Assert.That((await StatesAsync(monitor)).First(run => run.State == "missed").Summary, Is.EqualTo("No prober could start this run in time."));
        Assert.That((await monitor.GetAsync("/metrics")).Text, Does.Match("""login_probe_missed_total\{[^}]*reason="late"[^}]*\} [1-9]"""));
    }

    /// <summary>A clock that was an hour ahead, and is set right.</summary>
    [Test]
    public async Task A_clock_that_was_set_back_silences_nobody()
    {
        Write("often", "every: 1m");
        Write("daily", "cron: \"0 4 * * *\"");
        Write("closed", $"every: 1m, holidays: [{Today:yyyy-MM-dd}, {Today.AddDays(1):yyyy-MM-dd}]");
        var data = _folder.CreateSubdirectory("data");
        var due = new Dictionary<string, DateTimeOffset?>();
        await using (var before = await StartAsync(TimeSpan.Zero, data))
        {
            var scheduler = await before.Scheduler();
            await Eventually(async () => await scheduler.GetTrigger(new TriggerKey("daily", ScheduleTriggers.Group)) is not null);
            foreach (var name in (string[])["daily", "closed"]) due[name] = (await scheduler.GetTrigger(new TriggerKey(name, ScheduleTriggers.Group)))!.NextFireTimeUtc;
        }

        await SetBackAsync(Path.Combine(data.FullName, "schedule.db"), TimeSpan.FromHours(-1), only: "often");
        await using var after = await StartAsync(TimeSpan.Zero, data);
        var set = await after.Scheduler();
        await Eventually(async () => (await set.GetTrigger(new TriggerKey("often", ScheduleTriggers.Group)))!.NextFireTimeUtc < TimeProvider.System.GetUtcNow().AddMinutes(2));
        foreach (var (name, at) in due) Assert.That((await set.GetTrigger(new TriggerKey(name, ScheduleTriggers.Group)))!.NextFireTimeUtc, Is.EqualTo(at), name);
    }

    // As if the process had been away: what Quartz keeps in ticks is moved into the past.
    private static async Task SetBackAsync(string file, TimeSpan by, string? only = null)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.ExecuteAsync("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = NEXT_FIRE_TIME - @Ticks, START_TIME = START_TIME - @Ticks WHERE @only IS NULL OR TRIGGER_NAME = @only", new { by.Ticks, only });
    }

    private static Task<IReadOnlyList<(string State, string? Summary)>> StatesAsync(RunningMonitor monitor) =>
        ListAsync(monitor, "/api/runs", run => (run.GetProperty("state").GetString()!, run.GetProperty("summary").GetString()));

    [Test]
    public async Task A_holiday_is_not_even_planned_and_the_plan_is_in_the_store()
    {
        Write("closed", $"every: 2s, holidays: [{Today:yyyy-MM-dd}, {Today.AddDays(1):yyyy-MM-dd}]");
        await using var monitor = await StartAsync(TimeSpan.Zero);
        var scheduler = await monitor.Scheduler();
        await Eventually(async () => await scheduler.GetTrigger(new TriggerKey("closed", ScheduleTriggers.Group)) is not null);
        var trigger = (await scheduler.GetTrigger(new TriggerKey("closed", ScheduleTriggers.Group)))!;
        Assert.That(trigger.NextFireTimeUtc, Is.GreaterThanOrEqualTo(new DateTimeOffset(Today.AddDays(2), default, TimeSpan.Zero)));
        // A holiday that is given up is planned again, and a scenario that goes takes its calendar with it.
        Write("closed", "every: 2s");
        await Eventually(async () => (await RunsAsync(monitor)).Count > 0);
        File.Delete(Path.Combine(_folder.FullName, "closed.yaml"));
        await Eventually(async () => (await scheduler.GetCalendarNames()).Count == 0);
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static async Task<IReadOnlyList<string>> RunsAsync(RunningMonitor monitor) => await ListAsync(monitor, "/api/runs", run => run.GetProperty("scenario").GetString()!);

    private static Task<IReadOnlyList<(string, string)>> MissedAsync(RunningMonitor monitor) =>
        ListAsync(monitor, "/api/missed", missed => (missed.GetProperty("scenario").GetString()!, missed.GetProperty("reason").GetString()!));

    private static async Task<IReadOnlyList<T>> ListAsync<T>(RunningMonitor monitor, string path, Func<JsonElement, T> part)
    {
        using var answer = JsonDocument.Parse((await monitor.GetAsync(path)).Text);
        return [.. answer.RootElement.EnumerateArray().Select(part)];
    }

    private static async Task Eventually(Func<Task<bool>> happened)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await happened()) return;
            await Task.Delay(100);
        }

        Assert.Fail("it did not happen within half a minute");
    }

    private void Write(string name, string schedule) => File.WriteAllText(Path.Combine(_folder.FullName, $"{name}.yaml"), $$"""
        name: {{name}}
        provider: { kind: auth0, issuer: "https://login.example.com/" }
        account: { username: "{{name}}@example.com", password: "probe-password" }
        applications: { portal: { url: "https://portal.example.com/", signedIn: { text: Welcome } } }
        journey: [ { login: portal } ]
        budgets: { action: 100ms, phase: 500ms, run: 1s }
        schedule: { {{schedule}} }
        """);

    private Task<RunningMonitor> StartAsync(TimeSpan journey, DirectoryInfo? data = null) =>
        RunningMonitor.StartAsync([_folder.FullName], ScenarioVariables.Of(new Dictionary<string, string>()), new WaitingWalker(journey), data: data);

    private sealed class WaitingWalker(TimeSpan journey) : IJourneyWalker
    {
        public async Task<WalkedJourney> WalkAsync(Scenario scenario, string folder, CancellationToken cancellationToken)
        {
            await Task.Delay(journey, cancellationToken);
            throw new JourneyFaultException("nothing is walked here");
        }
    }
}
