using NUnit.Framework;
using Prober.Browser;
using Prober.Evidence.Session;
using Prober.Runs.Testimony;

namespace Prober.Tests.Runs.Testimony;

public sealed class LogWaitTests
{
    [Test]
    public void A_wait_of_more_than_a_moment_is_told_once()
    {
        var progress = new Listener();
        var wait = new LogWait(progress, TimeSpan.FromSeconds(90));
        foreach (var waited in new[] { 0.1, 0.7, 1.5, 6.5 }) wait.Report(TimeSpan.FromSeconds(waited));

        Assert.That(progress.Told, Is.EqualTo(new[] { "waiting for the identity provider's log, which does not show this login yet (up to 90 s)" }));
    }

    private sealed class Listener : IJourneyProgress
    {
        public List<string> Told { get; } = [];

        public void PhaseStarted(PhaseName name, string application) => Assert.Fail("no phase begins");

        public void StepDone(string text) => Assert.Fail("no step is done");

        public void PhaseEnded(PhaseRecord phase) => Assert.Fail("no phase ends");

        public void Waiting(string text) => Told.Add(text);
    }
}
