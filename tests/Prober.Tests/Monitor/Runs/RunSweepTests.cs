using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Bundles;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Runs;

public sealed class RunSweepTests
{
    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task DeleteAsync() => await _file.DisposeAsync();

    [Test]
    public async Task Failures_are_kept_longer_than_successes()
    {
        foreach (var verdict in (string[])["pass", "warn", "fail"]) await AddAsync(verdict, verdict);
        await _file.Runs.BeginAsync(_file.Run("running"), default);
        _file.Time.Advance(TimeSpan.FromDays(2));

        await SweepAsync(new() { Passed = TimeSpan.FromDays(1), Failed = TimeSpan.FromDays(3) });
        Assert.That(await LeftAsync(), Is.EquivalentTo(new[] { "fail", "running" }));
        Assert.That(Folders(), Is.EqualTo(new[] { "fail" }));
    }

    [Test]
    public async Task Of_each_scenario_so_many_that_passed_and_so_many_that_did_not()
    {
        for (var run = 1; run <= 3; run++) await AddAsync($"pass-{run}", "pass");
        for (var run = 1; run <= 3; run++) await AddAsync($"fail-{run}", "fail");
        await AddAsync("other", "pass", scenario: "billing");

        await SweepAsync(new() { MostRuns = 2 });
        Assert.That(await LeftAsync(), Is.EquivalentTo(new[] { "pass-2", "pass-3", "fail-2", "fail-3" }), "a bad day does not drive out the last good run");
        Assert.That(Folders(), Is.EqualTo(new[] { "fail-2", "fail-3", "other", "pass-2", "pass-3" }));
    }

    [Test]
    public async Task What_is_forgotten_still_counts_once_and_what_never_counted_does_not()
    {
        var since = _file.Time.GetUtcNow();
        await AddAsync("pass", "pass");
        await AddAsync("confirmed", "fail");
        await AddAsync("confirmation", "fail", confirms: "confirmed");
        await AddAsync("flaky", "fail");
        await AddAsync("passed after all", "pass", confirms: "flaky");
        await _file.Runs.MarkFlakyAsync("flaky", default);
        await AddAsync("no answer", "inconclusive");
        await AddAsync("another scenario's", "fail", scenario: "billing");
        var before = await TallyAsync(since);
        Assert.That(before, Is.EqualTo(new RunTally { Runs = 3, Passed = 2 }));

        await SweepAsync(new() { MostRuns = 1 });
        Assert.That((await LeftAsync(), await TallyAsync(since)), Is.EqualTo((new[] { "no answer", "passed after all" }, before)));
        _file.Time.Advance(TimeSpan.FromDays(2));
        await SweepAsync(new() { Passed = TimeSpan.FromDays(1), Failed = TimeSpan.FromDays(1) });
        Assert.That((await LeftAsync(), await TallyAsync(since)), Is.EqualTo((Array.Empty<string>(), before)));
        Assert.That(await TallyAsync(since.AddHours(1)), Is.EqualTo(new RunTally()), "an hour later there was none");

        _file.Time.Advance(TimeSpan.FromDays(30));
        await SweepAsync(new());
        Assert.That(await TallyAsync(since), Is.EqualTo(new RunTally()), "nobody asks for so long ago");
    }

    [Test]
    public async Task Evidence_beyond_the_size_goes_oldest_success_first_and_its_record_stays()
    {
        foreach (var (id, verdict) in new[] { ("fail-1", "fail"), ("pass-1", "pass"), ("pass-2", "pass"), ("fail-2", "fail") }) await AddAsync(id, verdict, bytes: 1000);

        await SweepAsync(new() { MostBytes = 2500 });
        Assert.That(Folders(), Is.EqualTo(new[] { "fail-1", "fail-2" }));
        await SweepAsync(new() { MostBytes = 1000 });
        Assert.That(Folders(), Is.EqualTo(new[] { "fail-2" }));
        Assert.That((await _file.Runs.LatestAsync("portal", 10, default)).ToDictionary(run => run.Id, run => run.Folder is not null),
            Is.EqualTo(new Dictionary<string, bool> { ["fail-2"] = true, ["pass-2"] = false, ["pass-1"] = false, ["fail-1"] = false }));
    }

    [Test]
    public async Task What_lies_in_the_bucket_counts_by_its_size_there_and_is_noted_to_leave_it()
    {
        foreach (var id in (string[])["pass-1", "pass-2", "pass-3"])
        {
            await AddAsync(id, "pass");
            await new BundleStore(_file.Database, _file.Time).MovedAsync(id, $"s3://evidence/{id}", 1000, default);
        }

        await SweepAsync(new() { MostBytes = 2500 });
        Assert.That(await SparedAsync(), Is.Empty, "no bucket is configured: what is there is not for this prober");
        var bucket = BucketAddress.TryParse("s3://evidence");
        await SweepAsync(new() { MostBytes = 2500 }, bucket);
        Assert.That(await SparedAsync(), Is.EqualTo(new[] { "s3://evidence/pass-1" }));
        Assert.That((await LeftAsync()).Count(), Is.EqualTo(3));
        await SweepAsync(new() { MostRuns = 1 }, bucket);
        Assert.That(await SparedAsync(), Is.EqualTo(new[] { "s3://evidence/pass-1", "s3://evidence/pass-2" }));
        Assert.That(await LeftAsync(), Is.EqualTo(new[] { "pass-3" }));
    }

    private Task<RunTally> TallyAsync(DateTimeOffset since) => new RunHistory(_file.Database).TallyAsync("portal", since, default);

    private Task<IReadOnlyList<string>> SparedAsync() => new BundleStore(_file.Database, _file.Time).SparedAsync(default);

    private Task SweepAsync(RetentionRules rules, BucketAddress? bucket = null) =>
        new RunSweep(new MonitorOptions { DataFolder = _file.Folder, Scenarios = [], Retention = rules, Bundles = bucket }, new(_file.Database), _file.Time).SweepAsync(default);

    private async Task AddAsync(string id, string verdict, string scenario = "portal", int bytes = 1, string? confirms = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_file.Folder, "runs", id));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "report.html"), new byte[bytes]);
        var run = _file.Run(id) with { Scenario = scenario, Confirms = confirms };
        await _file.Runs.BeginAsync(run, default);
        await _file.Runs.EndAsync(run with { State = RunState.Completed, EndedAt = _file.Time.GetUtcNow(), Verdict = verdict, Folder = folder.FullName }, [], [], default);
        _file.Time.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<IEnumerable<string>> LeftAsync() => (await _file.Runs.LatestAsync("portal", 10, default)).Select(run => run.Id);

    private IEnumerable<string> Folders() => Directory.EnumerateDirectories(Path.Combine(_file.Folder, "runs")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);
}
