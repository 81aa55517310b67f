using NUnit.Framework;
using Prober.Checklist.Comparison;
using Prober.Evidence;
using Prober.Lab;
using Prober.Runs;

namespace Prober.EndToEnd.Files;

/// <summary>A healthy run of the lab beside one with a fault: the comparison parts them, and parts two healthy ones nowhere.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DiffTests
{
    // Not the recording that all share: that is of the first minute, when an answer may take a second more, and times are compared.
    private static readonly Lazy<Task<CompletedRun>> Healthy = new(async () =>
    {
        await LabRecording.OfAsync(LabScenario.ServerSide);
        return await LabJourney.WalkAsync(new LabOptions(), pictures: false);
    });

    [Test]
    public async Task Two_healthy_runs_are_the_same()
    {
        var comparison = RunComparison.Of(await HealthyAsync(), (await LabJourney.WalkAsync(new LabOptions(), LabScenario.ServerSide, pictures: false)).Evidence);
        Assert.That(comparison.Hops.SelectMany(hop => hop.Differences).Concat(comparison.Claims).Concat(comparison.Findings), Is.Empty);
        Assert.That(comparison.IsSame, Is.True, string.Join('\n', comparison.Hops.Where(hop => !hop.IsSame)));
    }

    [TestCase("F06", "status", "302", "400")]
    [TestCase("F99", null, null, null)]
    [TestCase("F41", null, null, null)]
    public async Task A_fault_parts_the_runs(string number, string? what, string? good, string? bad)
    {
        FaultInfo fault = Faults.All.Single(each => each.Number == number);
        var run = await LabJourney.WalkAsync(new LabOptions { Fault = fault.Fault }, fault.Scenario, pictures: false);
        var comparison = RunComparison.Of(await HealthyAsync(), run.Evidence);
        var story = string.Join('\n', comparison.Hops.SelectMany(hop => hop.Differences).Concat(comparison.Claims).Concat(comparison.Findings));
        Assert.Multiple(() =>
        {
            Assert.That(comparison.IsSame, Is.False);
            if (what is not null) Assert.That(comparison.First?.Differences.Contains(new Difference(what, good, bad)), Is.True, story);
            Assert.That(comparison.Findings, Has.Some.Matches<Difference>(finding => finding?.What == "check " + fault.Headline), story);
        });
    }

    private static async Task<EvidenceBundle> HealthyAsync() => (await Healthy.Value).Evidence;
}
