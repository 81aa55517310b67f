using NUnit.Framework;
using Prober.Browser;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Bundles;
using Prober.Evidence.Session;
using Prober.Lab;
using Prober.Runs;

namespace Prober.EndToEnd;

/// <summary>Our own side dies in the middle of a journey: exit code 3, the evidence so far, and no process left behind.</summary>
[Platform("Linux"), NonParallelizable]
public sealed class KilledBrowserTests
{
    [TestCase("chrom")]
    [TestCase("node")]
    public async Task Is_the_probers_fault_and_leaves_nothing_running(string victim)
    {
        var before = ChildProcesses.Drivers(Environment.ProcessId);
        var session = await TestBrowser.StartAsync();
        var driver = ChildProcesses.Drivers(Environment.ProcessId).Except(before).Single();
        IReadOnlyList<int> mine = [];
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            await using var lab = await LabHost.StartAsync(new LabOptions(), CancellationToken.None);
            var killer = new KillOnSecondStep(() => ChildProcesses.Kill(mine = [driver, .. ChildProcesses.Descendants(driver)], victim));
            var run = await new RunPipeline(session)
                .RunAsync(DemoScenarios.Load(LabScenario.ServerSide, lab, null), new RunOutput(output.FullName), killer, CancellationToken.None);

            Assert.Multiple(() =>
            {
                Assert.That(killer.Done, "the process was killed in mid-phase");
                Assert.That(run.ExitCode, Is.EqualTo(ExitCode.ProberFault), Story.Of(run));
                Assert.That(run.Report.Fault, Is.EqualTo(FaultOwner.Prober));
                Assert.That(run.Report.Run.Outcome, Is.EqualTo(RunOutcome.ProberFault));
                Assert.That(BundleReader.Read(run.Folder).Traffic.Value?.Entries, Is.Not.Null.And.Not.Empty, "the evidence so far");
            });
        }
        finally
        {
            await session.DisposeAsync();
            output.Delete(recursive: true);
        }

        Assert.That(await ChildProcesses.GoneAsync(mine), Is.Empty, "processes left behind");
    }

    private sealed class KillOnSecondStep(Action kill) : IJourneyProgress
    {
        private int _steps;

        public bool Done { get; private set; }

        public void PhaseStarted(PhaseName name, string application)
        {
        }

        public void StepDone(string text)
        {
            if (++_steps == 2)
            {
                kill();
                Done = true;
            }
        }

        public void PhaseEnded(PhaseRecord phase)
        {
        }
    }
}
