using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>The provider forgets where the person came from.</summary>
internal sealed class CallbackNeverCalledFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CallbackNeverCalled, "F61", "callback-never-called",
        "The login ends on a page of the identity provider; the application is never called.", "token-app-callback-seen")
    {
        MustNotFail = ["login-prompt-request-valid"],
    };

    public override Task BeforeResumeAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Response.WriteHtmlAsync(
            ProviderLayout.Render("You are logged in", "<p>You may close this window.</p>"), cancellationToken);
}
