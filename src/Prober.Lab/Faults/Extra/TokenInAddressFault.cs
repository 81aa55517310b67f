using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;
using Prober.Lab.Assets;

namespace Prober.Lab;

/// <summary>Notes asks who the user is with the token in the address, as old samples do.</summary>
internal sealed class TokenInAddressFault : FaultBehaviour
{
    private const string Script = "notes.js";

    public override FaultInfo Info { get; } = new(
        Fault.TokenInAddress, "F130", "token-in-address",
        "Notes calls the UserInfo endpoint with its access token in the address.", "extra-token-in-url")
    {
        Verdict = "warn",
        Reason = "token-in-query",
        MustNotFail = ["token-*", "logs-idp-response-error"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Notes) return;
        site.Use((context, next) =>
        {
            if (context.Request.Path != "/assets/" + Script) return next(context);
            context.Response.ContentType = "text/javascript; charset=utf-8";
            return context.Response.WriteAsync(Careless(LabAssets.Read(Script)), context.RequestAborted);
        });
    }

    private static string Careless(string script) => script.Replace(
        "fetch(at('userinfo'), { headers: { authorization: `Bearer ${tokens.access_token}` } })",
        "fetch(at('userinfo') + '?' + new URLSearchParams({ access_token: tokens.access_token }))",
        StringComparison.Ordinal);
}
