using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Incidents;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Tests.Monitor.Incidents;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Runs;

public sealed class NodeLifeTests
{
    [Test]
    public async Task A_process_that_went_away_is_the_operators_until_the_next_run_comes_to_its_end()
    {
        await using var file = await StoreFile.CreateAsync();
        var options = new MonitorOptions { DataFolder = file.Folder, Scenarios = [] };
        var (book, shelf) = (new IncidentBook(options, file.Database, file.Time), new ScenarioShelf());
        shelf.Put(MonitoredScenario.Named("portal"));
        await file.Runs.BeginAsync(file.Run("left"), default);
        using var life = new NodeLife(options, file.Runs, book, shelf, file.Database, file.Time, NullLogger<NodeLife>.Instance);
        await life.StartAsync(default);
        await life.StopAsync(default);
        var gone = (await new IncidentHistory(file.Database).LatestAsync(10, default)).Single();
        Assert.That((gone.IsForOperator, gone.Reason, gone.Summary, gone.ResolvedAt), Is.EqualTo((true, "process-gone", "The process that walked this journey went away before it could end.", (DateTimeOffset?)null)));
        await file.CountAsync(book, "portal", IncidentRuns.Passed);
        Assert.That((await new IncidentHistory(file.Database).LatestAsync(10, default)).Single().ResolvedAt, Is.Not.Null);
    }
}
