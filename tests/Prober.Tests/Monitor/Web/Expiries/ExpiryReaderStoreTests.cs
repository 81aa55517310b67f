using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Expiries;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Web.Expiries;

/// <summary>Which report of a store's runs is read.</summary>
public sealed class ExpiryReaderStoreTests
{
    private StoreFile _file = null!;
    private ScenarioShelf _shelf = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _shelf = new();
        foreach (var name in (string[])["portal", "billing", "never-walked"]) _shelf.Put(MonitoredScenario.Named(name));
    }

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task The_last_report_of_each_scenario_is_read_the_next_to_end_first()
    {
        await WalkAsync("older", "portal", Report("old.example.com", "2026-12-01 00:00:00Z"));
        await WalkAsync("run-1", "portal", Report("login.example.com", "2027-03-01 00:00:00Z"));
        await WalkAsync("no report", "portal", report: null, RunState.ProberFault);
        await WalkAsync("run-2", "billing", Report("billing.example.com", "2027-01-01 00:00:00Z"));

        var (expiries, unknown) = await ReadAsync();

        Assert.That(expiries.Select(expiry => (expiry.What, expiry.Scenario, expiry.Run)), Is.EqualTo(new[]
        {
            ("TLS certificate of billing.example.com", "billing", "run-2"), ("TLS certificate of login.example.com", "portal", "run-1"),
        }));
        Assert.That(unknown, Is.EqualTo(new[] { "never-walked" }));
    }

    [Test]
    public async Task A_report_that_is_on_another_node_leaves_its_scenario_unknown()
    {
        await WalkAsync("older", "portal", Report("old.example.com", "2026-12-01 00:00:00Z"));
        await WalkAsync("run-1", "portal", Report("login.example.com", "2027-03-01 00:00:00Z"));
        Directory.Delete(Path.Combine(_file.Folder, "run-1"), recursive: true);

        var (expiries, unknown) = await ReadAsync();

        Assert.That(expiries, Is.Empty, "what an older report saw may have been renewed");
        Assert.That(unknown, Is.EquivalentTo(new[] { "portal", "billing", "never-walked" }));
    }

    private Task<(IReadOnlyList<Expiry> Expiries, IReadOnlyList<string> Unknown)> ReadAsync() => new ExpiryReader(_shelf, _file.Runs, new()).ReadAsync(default);

    private async Task WalkAsync(string id, string scenario, Report? report, RunState state = RunState.Completed)
    {
        _file.Time.Advance(TimeSpan.FromMinutes(1));
        var folder = report is null ? null : Directory.CreateDirectory(Path.Combine(_file.Folder, id)).FullName;
        if (report is not null) await File.WriteAllTextAsync(Path.Combine(folder!, "report.json"), ReportJson.Write(report));
        var run = _file.Run(id) with { Scenario = scenario };
        await _file.Runs.BeginAsync(run, default);
        await _file.Runs.EndAsync(run with { State = state, EndedAt = _file.Time.GetUtcNow(), Verdict = report is null ? null : "warn", Folder = folder }, [], [], default);
    }

    private Report Report(string host, string ends)
    {
        var check = CheckCatalog.All.Single(check => check.Info.Id == "extra-tls-cert-forecast").Info;
        return new()
        {
            Run = new RunInfo { Id = "run", Scenario = "portal", StartedAt = _file.Time.GetUtcNow(), Duration = TimeSpan.FromSeconds(2), Source = EvidenceSource.Live, Outcome = RunOutcome.Completed, Version = "0" },
            Verdict = Verdict.Warn,
            Fault = FaultOwner.None,
            Headline = null,
            Phases = [],
            Checks = [new() { Id = check.Id, Stage = check.Stage, Class = check.Class, Question = check.Question, Verdict = Verdict.Warn, Reason = "soon", Summary = "One ends.", Evidence = [EvidencePointer.Api($"TLS certificate of {host}", ends)] }],
            Quality = [],
        };
    }
}
