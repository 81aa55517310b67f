using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>The page that an Action redirects to makes up a state of its own.</summary>
internal sealed class ActionRedirectLosesStateFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ActionRedirectLosesState, "F57", "action-redirect-loses-state",
        "The terms page comes back to the provider with another state than it was given.", "profile-rules-actions-ok")
    {
        MustNotFail = ["token-state-roundtrip"],
    };

    private const string Terms = "/terms";

    public override Task BeforeResumeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var application = new Uri(context.GetOpenIddictServerRequest()!.RedirectUri!);
        context.Response.Redirect(Paths.WithState(new Uri(application, Terms).AbsoluteUri, context.Request.Query["state"].ToString()));
        return context.Response.StartAsync(cancellationToken);
    }

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site) => site.Use((context, next) =>
    {
        if (context.Request.Path != Terms)
            return next(context);

        context.Response.Redirect(new Uri(application.Issuer, Paths.WithState("/continue", "made-up-by-the-terms-page")).AbsoluteUri);
        return Task.CompletedTask;
    });

    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use((context, next) => context.Request.Path != "/continue"
        ? next(context)
        : context.Response.WriteHtmlAsync(
            ProviderLayout.Render("Oops!, something went wrong", "<p>error: invalid_request</p><p>The state does not match.</p>"),
            context.RequestAborted, StatusCodes.Status400BadRequest));
}
