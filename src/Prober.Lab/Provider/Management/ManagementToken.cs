using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider.Management;

/// <summary>Answers the client credentials grant for the management API; every other token request is OpenIddict's.</summary>
internal sealed class ManagementToken(RequestDelegate next, Tenant tenant)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != Paths.Token || !HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            await next(context);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["grant_type"] != "client_credentials")
        {
            await next(context);
            return;
        }

        var isKnown = form["client_id"] == ManagementClient.ClientId && form["client_secret"] == tenant.Management.Secret;
        var isForApi = form["audience"].ToString().EndsWith(Paths.ManagementApi + "/", StringComparison.Ordinal);
        await (isKnown ? isForApi ? GrantAsync(context) : RefuseAsync(context, 403, "access_denied", $"Service not enabled within domain: {form["audience"]}")
            : RefuseAsync(context, 401, "access_denied", "Unauthorized"));
    }

    private Task GrantAsync(HttpContext context) => context.Response.WriteJsonAsync(
        new JsonObject
        {
            ["access_token"] = tenant.Management.Issue(),
            ["scope"] = string.Join(' ', tenant.Options.ManagementScopes),
            ["expires_in"] = 86400,
            ["token_type"] = "Bearer",
        },
        context.RequestAborted);

    private static Task RefuseAsync(HttpContext context, int status, string error, string description)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteJsonAsync(new JsonObject { ["error"] = error, ["error_description"] = description }, context.RequestAborted);
    }
}
