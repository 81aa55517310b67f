using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>The page between password and application is wired by a script, and the script breaks on the click.</summary>
internal sealed class InterludeScriptBrokenFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.InterludeScriptBroken, "F31b", "interlude-script-broken",
        "On \"Stay signed in?\" a script throws an exception when a button is pressed, and the login stops there.", "credentials-browser-console")
    {
        Reason = "script-error",
        MustNotFail = ["login-prompt-customization-clean", "credentials-no-error-shown"],
    };

    public override LabOptions Prepare(LabOptions options) => options with { Interludes = options.Interludes | Interludes.StaySignedIn };

    public override void InFrontOfProvider(IApplicationBuilder provider)
    {
        var page = InterludePage.All.Single(page => page.Kind is Interludes.StaySignedIn);
        provider.Use((context, next) => context.Request.Path == page.Path && HttpMethods.IsGet(context.Request.Method)
            ? context.Response.WriteHtmlAsync(ProviderLayout.Render(page.Title, Body(page)), context.RequestAborted)
            : next(context));
    }

    private static string Body(InterludePage page) => $$"""
        <p class="lead">{{page.Text}}</p>
        <div>
          <button class="primary" type="button">{{page.AcceptLabel}}</button>
          <button class="quiet" type="button">{{page.DeclineLabel}}</button>
        </div>
        <script>
          for (const button of document.querySelectorAll('button'))
            button.addEventListener('click', () => window.preferences.remember(button.textContent));
        </script>
        """;
}
