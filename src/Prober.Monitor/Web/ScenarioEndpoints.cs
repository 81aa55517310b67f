using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web;

/// <summary>The page of one scenario, and its button that walks it now.</summary>
internal static class ScenarioEndpoints
{
    public static void MapScenarios(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/scenarios/{name}", async (
            HttpContext context, string name, string? window, string? show, string? before, ScenarioShelf shelf, ScenarioPageViews views, PageRenderer pages, CancellationToken cancellationToken) =>
            shelf.Find(name) is { } scenario
                ? await pages.PageAsync<ScenarioPage>(context, new() { [nameof(ScenarioPage.View)] = await views.OfAsync(scenario, window, show == "failed", before, cancellationToken) })
                : NotThere(name));
        routes.MapPost("/scenarios/{name}/run", (string name, ScenarioShelf shelf, DemandedRuns demanded) =>
        {
            if (shelf.Find(name) is not { } scenario) return NotThere(name);
            demanded.Ask(scenario);
            return Results.Redirect(PageWords.Address(name));
        }).WithFormToken();
    }

    private static IResult NotThere(string name) => Results.Text($"no scenario is called {name}\n", statusCode: StatusCodes.Status404NotFound);
}
