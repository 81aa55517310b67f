using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Monitor.Incidents;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web;

/// <summary>The page for people: every scenario with its state, what is broken and how to mend it. It reads the store alone.</summary>
internal static class StatusEndpoints
{
    /// <summary>Runs of a scenario that the figures are made of.</summary>
    private const int Runs = 200;

    public static void MapStatus(this IEndpointRouteBuilder routes) => routes.MapGet("/", async (
        HttpContext context, ScenarioShelf shelf, RunStore store, IncidentBook incidents, SilenceBook silences, Admission admission, IAntiforgery forms, TimeProvider time, CancellationToken cancellationToken) =>
    {
        var scenarios = new List<ScenarioStatus>();
        var silent = await silences.InForceAsync(cancellationToken);
        foreach (var scenario in shelf.All) scenarios.Add(new(scenario, await store.LatestAsync(scenario.Name, Runs, cancellationToken)) { SilentUntil = silent.Until(scenario.Name) });
        var html = await HtmlAsync(new Dictionary<string, object?>
        {
            [nameof(StatusPage.Scenarios)] = scenarios,
            [nameof(StatusPage.Incidents)] = (await incidents.LatestAsync(Runs, cancellationToken)).Where(incident => incident.ResolvedAt is null).ToList(),
            [nameof(StatusPage.Silences)] = silent.All,
            [nameof(StatusPage.FormToken)] = forms.GetAndStoreTokens(context).RequestToken,
            [nameof(StatusPage.Refused)] = shelf.Refused.Values.Order(StringComparer.Ordinal).ToList(),
            [nameof(StatusPage.Walking)] = admission.Walking,
            [nameof(StatusPage.Waiting)] = admission.Waiting,
            [nameof(StatusPage.Now)] = time.GetUtcNow(),
        });
        context.Response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(html, "text/html; charset=utf-8");
    });

    private static async Task<string> HtmlAsync(Dictionary<string, object?> parameters)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<StatusPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
