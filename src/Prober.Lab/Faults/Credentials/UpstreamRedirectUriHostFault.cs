using Prober.Lab.Upstream;

namespace Prober.Lab;

/// <summary>The broker got a custom domain, and nobody told the upstream provider.</summary>
internal sealed class UpstreamRedirectUriHostFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamRedirectUriHost, "F32", "upstream-redirect-uri-host",
        "The upstream provider still has the broker's old host registered as redirect URI.", "credentials-upstream-callback-url")
    {
        MustNotFail = ["login-prompt-request-valid", "logs-entry-created"],
        Scenario = LabScenario.Federated,
    };

    public override UpstreamClient RegisterBroker(UpstreamClient client) => client with
    {
        CallbackUrls = [.. client.CallbackUrls.Select(url => new UriBuilder(url) { Host = "login.old.localhost" }.Uri.ToString())],
    };
}
