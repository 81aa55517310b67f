using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Ways in which faults have the provider refuse a login by sending an error back to the application (RFC 6749, 4.1.2.1).</summary>
internal static class AuthorizationRefusal
{
    /// <summary>Answers authorization requests that fit, before any login page.</summary>
    public static void At(IApplicationBuilder provider, Func<HttpRequest, bool> fits, string error, string description) => provider.Use((context, next) =>
    {
        if (context.Request.Path != Paths.Authorize || !fits(context.Request))
            return next(context);

        var query = context.Request.Query;
        context.Response.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?>
        {
            ["error"] = error,
            ["error_description"] = description,
            ["state"] = query["state"],
        }));
        return Task.CompletedTask;
    });

    /// <summary>Turns a successful answer after the login into an error.</summary>
    public static void In(OpenIddictResponse response, string error, string description)
    {
        if (response.Error is not null)
            return;

        response.Code = null;
        response.Error = error;
        response.ErrorDescription = description;
    }

    /// <summary>The log has the failure where the lab wrote a success.</summary>
    public static IReadOnlyList<ProviderEvent> Logged(
        IReadOnlyList<ProviderEvent> events, string type, string description, System.Text.Json.Nodes.JsonObject? details = null) =>
    [
        .. events.Select(entry => entry.Type == "s" ? entry with { Type = type, Description = description, Details = details ?? entry.Details } : entry),
    ];
}
