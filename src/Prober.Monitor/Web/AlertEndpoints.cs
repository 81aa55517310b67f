using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Silences;

namespace Prober.Monitor.Web;

/// <summary>What is told and what not: the delivery log, acknowledgements and silences, for programs and for the page's forms.</summary>
internal static class AlertEndpoints
{
    private const int MostAlerts = 1000;

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        MapApi(routes);
        MapForms(routes);
    }

    private static void MapApi(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/alerts", async (int? count, AlertOutbox outbox, CancellationToken cancellationToken) =>
            Results.Json((await outbox.LatestAsync(Math.Clamp(count ?? 50, 1, MostAlerts), cancellationToken)).Select(View)));
        routes.MapPost("/api/incidents/{id}/acknowledge", async (string id, IncidentHistory incidents, AlertNotes notes, CancellationToken cancellationToken) =>
            await notes.AcknowledgeAsync(id, cancellationToken) ? Results.Json(await incidents.FindAsync(id, cancellationToken)) : Results.NotFound()).FromOwnPagesAlone();
        routes.MapGet("/api/silences", async (SilenceBook silences, CancellationToken cancellationToken) => Results.Json((await silences.InForceAsync(cancellationToken)).All));
        routes.MapPost("/api/silences", async (SilenceRequest request, SilenceBook silences, TimeProvider time, CancellationToken cancellationToken) =>
            await AddAsync(request, silences, time, silence => Results.Json(silence, statusCode: StatusCodes.Status201Created), cancellationToken)).FromOwnPagesAlone();
        routes.MapDelete("/api/silences/{id}", async (string id, SilenceBook silences, CancellationToken cancellationToken) =>
            await silences.EndAsync(id, cancellationToken) ? Results.NoContent() : Results.NotFound()).FromOwnPagesAlone();
    }

    private static void MapForms(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incidents/{id}/acknowledge", async (string id, AlertNotes notes, CancellationToken cancellationToken) =>
        {
            await notes.AcknowledgeAsync(id, cancellationToken);
            return Results.Redirect("/");
        }).WithFormToken();
        routes.MapPost("/silences", async (HttpRequest request, SilenceBook silences, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return await AddAsync(new(form["scenarios"], form["for"], null), silences, time, _ => Results.Redirect("/"), cancellationToken);
        }).WithFormToken();
        routes.MapPost("/silences/{id}/end", async (string id, SilenceBook silences, CancellationToken cancellationToken) =>
        {
            await silences.EndAsync(id, cancellationToken);
            return Results.Redirect("/");
        }).WithFormToken();
    }

    private static async Task<IResult> AddAsync(SilenceRequest request, SilenceBook silences, TimeProvider time, Func<Silence, IResult> answer, CancellationToken cancellationToken)
    {
        try
        {
            return answer(await silences.AddAsync(request.Scenarios, request.Length(time.GetUtcNow()), cancellationToken));
        }
        catch (FormatException wrong)
        {
            return Results.Text(wrong.Message + "\n", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static object View(Delivery delivery) => new
    {
        delivery.Incident,
        Kind = Word(delivery.Kind),
        delivery.Channel,
        delivery.ToldAt,
        State = Word(delivery.State),
        delivery.Attempts,
        NextAt = delivery.State == DeliveryState.Waiting ? delivery.DueAt : (DateTimeOffset?)null,
        delivery.EndedAt,
        delivery.Problem,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
