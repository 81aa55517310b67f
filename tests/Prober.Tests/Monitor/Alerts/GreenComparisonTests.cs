using NUnit.Framework;
using Prober.Monitor.Alerts;
using Prober.Monitor.Store;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

public sealed class GreenComparisonTests
{
    private static readonly FindingRecord Headline = new() { CheckId = Broken.CheckId, Verdict = "fail", Reason = "server-error" }, Old = new() { CheckId = "cookie-secure", Verdict = "warn", Reason = "not-secure" };

    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task It_names_what_is_otherwise_and_nothing_that_was_so_before()
    {
        await WalkAsync("older", "pass", [Phase("login", "pass", 1)], []);
        await WalkAsync("green", "warn", [Phase("login", "pass", 1000), Phase("sso", "pass", 1000), Phase("logout", "pass", 1000)], [Old]);
        await WalkAsync("between", "fail", [], []);
        await WalkAsync("run-1", "fail", [Phase("login", "pass", 3200), Phase("sso", "fail", 9000), Phase("logout", "pass", 1900)], [Headline, Old, new() { CheckId = "token-returned", Verdict = "fail", Reason = "none" }]);
        await WalkAsync("later", "pass", [], []);
        Assert.That(await DescribeAsync(),
            Is.EqualTo("Changed since the last green run of portal (2026-11-26 12:01 UTC): login portal took 3.2 s instead of 1.0 s; sso portal: fail instead of pass; token-returned (none) is new"));
    }

    [Test]
    public async Task Nothing_else_is_an_answer_too()
    {
        await WalkAsync("green", "pass", [Phase("login", "pass", 1000)], []);
        await WalkAsync("run-1", "fail", [Phase("login", "pass", 1100)], [Headline]);
        Assert.That(await DescribeAsync(), Does.EndWith("(2026-11-26 12:00 UTC): nothing else"));
    }

    [Test]
    public async Task Without_a_green_run_there_is_nothing_to_compare()
    {
        Assert.That(await DescribeAsync(), Is.Null);
        await WalkAsync("run-1", "fail", [], [Headline]);
        Assert.That(await DescribeAsync(), Is.Null);
    }

    [Test]
    public void It_stands_in_the_message_until_it_is_over()
    {
        var changed = Open with { Changed = "Changed: nothing else" };
        Assert.That(AlertText.Body(changed), Does.Contain("\nChanged: nothing else\n"));
        Assert.That(AlertText.Body(changed with { Kind = AlertKind.Resolved }), Does.Not.Contain("Changed"));
    }

    private Task<string?> DescribeAsync() => new GreenComparison(_file.Runs).DescribeAsync(Broken, default);

    private async Task WalkAsync(string id, string verdict, IReadOnlyList<PhaseRecord> phases, IReadOnlyList<FindingRecord> findings)
    {
        var run = _file.Run(id);
        await _file.Runs.BeginAsync(run, default);
        await _file.Runs.EndAsync(run with { State = RunState.Completed, Verdict = verdict, EndedAt = run.StartedAt }, phases, findings, default);
        _file.Time.Advance(TimeSpan.FromMinutes(1));
    }

    private static PhaseRecord Phase(string name, string verdict, double durationMs) => new() { Name = name, Application = "portal", Verdict = verdict, DurationMs = durationMs };
}
