using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The upstream provider is down while the broker stands.</summary>
internal sealed class UpstreamUnavailableFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamUnavailable, "F17", "upstream-unavailable",
        "The upstream provider answers 502 to the broker's request.", "login-prompt-idp-available")
    {
        MustNotFail = ["login-prompt-request-valid"],
        Scenario = LabScenario.Federated,
    };

    public override void InFrontOfUpstream(IApplicationBuilder upstream) => upstream.Run(context => context.Response.WriteHtmlAsync(
        "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>", context.RequestAborted, StatusCodes.Status502BadGateway));
}
