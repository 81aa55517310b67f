using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>The script that asks the tenant's own database gets no answer.</summary>
internal sealed class DatabaseScriptTimesOutFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.DatabaseScriptTimesOut, "F58", "database-script-times-out",
        "The custom database's login script times out; the page says only that something went wrong.", "profile-custom-db-scripts-ok")
    {
        MustNotFail = ["credentials-alternate-path"],
    };

    public override IReadOnlyList<LabUser> Users(IReadOnlyList<LabUser> users) =>
        [.. users.Select(user => user == Visitor ? user with { Password = "in-a-database-that-does-not-answer" } : user)];

    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use(async (context, next) =>
    {
        if (context.Request.Path != Paths.Password || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        var browser = context.Response.Body;
        context.Response.Body = Stream.Null;
        await next(context);
        context.Response.Body = browser;
        context.Response.ContentLength = null;
        await context.Response.WriteHtmlAsync(
            ProviderLayout.Render("Log in", "<p role=\"alert\">Something went wrong, please try again later.</p>"),
            context.RequestAborted, StatusCodes.Status500InternalServerError);
    });

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) =>
        [.. events.Select(entry => entry.Type == "fp" ? entry with { Type = "f", Description = "Script execution time exceeded" } : entry)];

    public override IReadOnlyList<JsonObject> AlterConnections(IReadOnlyList<JsonObject> connections)
    {
        foreach (var connection in connections.Where(connection => (string?)connection["strategy"] == "auth0"))
            connection["options"]!["enabledDatabaseCustomization"] = true;
        return connections;
    }
}
