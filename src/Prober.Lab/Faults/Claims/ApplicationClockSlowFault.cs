using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Notes hands its ID token to its own server, which lives two minutes in the past and takes the token for one of the future.</summary>
internal sealed class ApplicationClockSlowFault : FaultBehaviour
{
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(-2);

    public override FaultInfo Info { get; } = new(
        Fault.ApplicationClockSlow, "F84", "application-clock-slow",
        "The clock of Notes' server is two minutes slow, so that it refuses fresh tokens as used too early.", "app-logs-no-errors")
    {
        AlsoWarns = "claims-jwt-time",
        MustNotFail = ["claims-jwt-signature"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override TimeProvider ApplicationClock(ApplicationKind application, TimeProvider clock) =>
        application is ApplicationKind.Notes ? new ShiftedClock(clock, Behind) : clock;

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { Browser = application.Browser with { ServerSession = true } } : application;

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Notes)
            return;

        var clock = ApplicationClock(application.Kind, TimeProvider.System);
        site.Use((context, next) => context.Request.Path == "/session" ? TakeTokenAsync(context, clock.GetUtcNow()) : next(context));
    }

    /// <summary>As google-auth and PyJWT judge <c>iat</c>: without any allowance for clocks, and in these words.</summary>
    private static async Task TakeTokenAsync(HttpContext context, DateTimeOffset now)
    {
        using var reader = new StreamReader(context.Request.Body);
        var token = new JsonWebToken(await reader.ReadToEndAsync(context.RequestAborted));
        var issued = new DateTimeOffset(token.IssuedAt, TimeSpan.Zero);
        context.Response.StatusCode = issued > now ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
        var words = $"Token used too early, {now.ToUnixTimeSeconds()} < {issued.ToUnixTimeSeconds()}. Check that your computer's clock is set correctly.";
        await context.Response.WriteJsonAsync(new JsonObject { ["error"] = issued > now ? words : null }, context.RequestAborted);
    }
}
