using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>One character too many in the registered callback.</summary>
internal sealed class RedirectUriTrailingSlashFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.RedirectUriTrailingSlash, "F07", "redirect-uri-trailing-slash",
        "Portal's callback is registered with a trailing slash that Portal does not send.", "login-prompt-request-valid")
    {
        Reason = "trailing-slash",
        MustNotFail = ["login-prompt-authorize-seen", "credentials-upstream-callback-url"],
    };

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Portal" ? client with { CallbackUrls = [.. client.CallbackUrls.Select(url => url + "/")] } : client;
}
