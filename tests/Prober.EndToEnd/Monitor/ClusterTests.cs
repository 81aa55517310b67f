using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor;

/// <summary>Two real processes on one real PostgreSQL server.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ClusterTests
{
    [Test]
    public async Task Each_due_run_happens_once_and_the_other_node_takes_over_from_a_killed_one()
    {
        await using var postgres = await SharedPostgres.NewSchemaAsync();
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often, new LabOptions { LoginPage = LoginPage.SlowLoading });
        await using var one = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data("one"), postgres.ConnectionString);
        await using var two = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data("two"), postgres.ConnectionString);
        await one.RunsAsync(runs => runs.Count(run => run.IsCompleted()) >= 2);

        // Whoever walks now is killed in the middle of it: the login page takes its time.
        var begun = await two.RunJustBegunAsync();
        var walking = await postgres.ScalarAsync<string>($"SELECT node FROM monitor_runs WHERE id = '{begun}'");
        var (killed, left) = walking.Contains($"-{one.Id}-", StringComparison.Ordinal) ? (one, two) : (two, one);
        killed.Kill();

        var runs = await left.RunsAsync(runs => runs[0].IsCompleted() && runs.Any(run => run.State() == "abandoned"));
        Assert.That(runs.Count(run => run.State() == "abandoned"), Is.EqualTo(1), runs.ToJsonString());
        var due = runs.Where(run => (string?)run!["cause"] == "schedule").Select(run => (string?)run!["dueAt"]).ToList();
        Assert.That(due, Is.Unique, "each due run happens once, on whichever node");
    }
}
