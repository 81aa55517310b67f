using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Assets;
using Prober.Lab.Hosting;
using Prober.Lab.Provider;

namespace Prober.Lab.Applications;

/// <summary>A single-page application: one static page whose script does the whole login and keeps the tokens.</summary>
internal sealed class BrowserApplicationSite(
    ApplicationProfile profile, IReadOnlyDictionary<string, Uri> others, ApplicationLog log, FaultBehaviour fault, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public void Map(WebApplication app)
    {
        app.UseMiddleware<ClockHeader>(clock);
        fault.InFrontOfApplication(profile, app);
        app.UseRouting();
        LabAssets.Map(app);
        foreach (var path in new HashSet<string> { "/", "/protected", profile.CallbackPath, profile.SignedOutPath })
            app.MapGet(path, ShowAsync);
        app.MapPost("/log", TakeLogLineAsync);
        app.MapPost("/telemetry", context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
    }

    private Task ShowAsync(HttpContext context) => context.Response.WriteHtmlAsync(Page(), context.RequestAborted);

    private async Task TakeLogLineAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var line = await reader.ReadToEndAsync(context.RequestAborted);
        log.Write(Level(context.Request.Query["level"].ToString()), line);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string Level(string level) => level is "error" or "warn" ? level.ToUpperInvariant() : "INFO";

    private string Page() => ApplicationLayout.Render(profile.Name, profile.Name, $"""
        <div id="app"><p class="loading">Loading…</p></div>
        <noscript>Notes needs JavaScript.</noscript>
        <script type="application/json" id="settings">{Settings()}</script>
        <script src="/assets/notes.js" defer></script>
        {(profile.Noise ? """<script src="/assets/noise.js" defer></script>""" : "")}
        """);

    private string Settings() => JsonSerializer.Serialize(
        new
        {
            Issuer = profile.Issuer.ToString(),
            profile.ClientId,
            RedirectUri = profile.Url(profile.CallbackPath),
            SignedOutUri = profile.Url(profile.SignedOutPath),
            Scope = string.Join(' ', profile.Scopes),
            profile.ExtraParameters,
            Logout = profile.Logout.ToString(),
            profile.SignedOutIsProtected,
            Others = others.ToDictionary(other => other.Key, other => new Uri(other.Value, "/protected").ToString()),
            profile.Browser,
        },
        Web);
}
