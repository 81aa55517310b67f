using System.Net;
using System.Net.Sockets;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Bundles;
using Prober.Evidence.Session;
using Prober.Lab;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>A target that takes the connection and never answers: the phase's budget ends it, and the evidence is whole.</summary>
public sealed class SilentTargetTests
{
    [Test]
    public async Task Ends_with_its_budget_and_complete_evidence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var silent = new Uri($"http://silent.localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        var session = await TestBrowser.SessionAsync();
        await using var lab = await LabHost.StartAsync(new LabOptions(), CancellationToken.None);
        var scenario = DemoScenarios.Load(LabScenario.ServerSide, lab, null);
        scenario = scenario with
        {
            Applications = scenario.Applications.ToDictionary(pair => pair.Key, pair => pair.Key == "portal" ? pair.Value with { Url = silent } : pair.Value),
            Budgets = new Budgets { Action = TimeSpan.FromSeconds(2), Phase = TimeSpan.FromSeconds(3), Run = TimeSpan.FromSeconds(20) },
        };
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var run = await new RunPipeline(session).RunAsync(scenario, new RunOutput(output.FullName), null, CancellationToken.None);
            var evidence = BundleReader.Read(run.Folder);
            Assert.Multiple(() =>
            {
                Assert.That(evidence.Phases.Value![0].Outcome, Is.EqualTo(PhaseOutcome.TimedOut), Story.Of(run));
                Assert.That(evidence.Phases.Value.Skip(1).Select(phase => phase.Outcome), Is.All.EqualTo(PhaseOutcome.Skipped));
                Assert.That(evidence.Traffic.Value?.Entries.Select(entry => entry.Request.Url), Has.Some.EqualTo(silent.ToString()), "the request that hangs is in the traffic");
                Assert.That(run.Report.Verdict, Is.Not.EqualTo(Verdict.Pass).And.Not.EqualTo(Verdict.Error), Story.Of(run));
                Assert.That(run.Report.Run.Duration, Is.LessThan(TimeSpan.FromSeconds(20)));
            });
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
