using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>The provider's own code breaks as it finishes the login; its page says nothing, its server's log does.</summary>
internal sealed class ServerExceptionFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ServerException, "F51", "server-exception",
        "The identity provider answers 500 after the password, and its server's log has the exception.", "login-prompt-idp-available")
    {
        Reason = "server-error",
        MustNotFail = ["credentials-browser-console"],
    };

    public override Task BeforeResumeAsync(HttpContext context, CancellationToken cancellationToken) => context.Response.WriteHtmlAsync(
        ProviderLayout.Render("We are sorry", "<p role=\"alert\">An internal server error has occurred.</p>"),
        cancellationToken, StatusCodes.Status500InternalServerError);

    public override string? ServerError(ProviderEvent entry) => entry.Type == "s"
        ? "Uncaught server error: java.lang.NullPointerException: Cannot invoke \"UserSessionModel.getNotes()\" because \"session\" is null"
        : null;
}
