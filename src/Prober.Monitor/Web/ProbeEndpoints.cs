using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web;

/// <summary><c>/probe?scenario=X</c> as blackbox_exporter has it: walks the journey now and answers with that run's metrics.</summary>
internal static class ProbeEndpoints
{
    public static void MapProbe(this IEndpointRouteBuilder routes) => routes.MapGet("/probe", async (string scenario, ScenarioShelf shelf, JourneyRuns runs, RunStore store, TimeProvider time, CancellationToken cancellationToken) =>
    {
        if (shelf.Find(scenario) is not { } found) return Results.Text($"no scenario is called {scenario}\n", statusCode: StatusCodes.Status404NotFound);
        var run = await runs.RunAsync(found, RunCause.Demand, time.GetUtcNow(), cancellationToken);
        // Ours is not the target's: no answer is better than a wrong one.
        if (run.State is not RunState.Completed) return Results.Text($"{run.Summary}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        return Results.Text(Text(run, await store.PhasesAsync(run.Id, cancellationToken)), "text/plain; version=0.0.4", Encoding.UTF8);
    });

    private static string Text(RunRecord run, IReadOnlyList<PhaseRecord> phases)
    {
        var text = new StringBuilder();
        Gauge("probe_success", Number(run.Verdict is "pass" or "warn" ? 1 : 0));
        Gauge("probe_duration_seconds", Number(run.DurationMs / 1000 ?? 0));
        text.Append("# TYPE login_probe_phase_success gauge\n");
        foreach (var phase in phases) text.Append(CultureInfo.InvariantCulture, $"login_probe_phase_success{Labels(phase)} {(phase.Verdict is "pass" or "warn" ? 1 : 0)}\n");
        text.Append("# TYPE login_probe_phase_duration_seconds gauge\n");
        foreach (var phase in phases) text.Append(CultureInfo.InvariantCulture, $"login_probe_phase_duration_seconds{Labels(phase)} {Number(phase.DurationMs / 1000)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE login_probe_verdict_info gauge\nlogin_probe_verdict_info{{verdict=\"{run.Verdict}\",fault=\"{run.Fault}\",check=\"{run.HeadlineCheck}\"}} 1\n");
        return text.ToString();

        void Gauge(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} gauge\n{name} {value}\n");
    }

    private static string Labels(PhaseRecord phase) => $"{{phase=\"{phase.Name}\",application=\"{phase.Application}\"}}";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
