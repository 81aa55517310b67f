using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The connection is enabled for Portal, and was forgotten for the organization that Portal asks for.</summary>
internal sealed class OrganizationWithoutConnectionFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.OrganizationWithoutConnection, "F14", "organization-without-connection",
        "The organization that Portal asks for has no connection.", "login-prompt-connection-enabled")
    {
        MustNotFail = ["sso-connection-enabled-second-app"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Portal
        ? application with { ExtraParameters = new Dictionary<string, string> { ["organization"] = "org_lab" } }
        : application;

    public override void InFrontOfProvider(IApplicationBuilder provider) => AuthorizationRefusal.At(
        provider, request => request.Query.ContainsKey("organization"), "invalid_request",
        "the connection is not enabled for the organization org_lab");

    public override IReadOnlyList<JsonObject> Organizations { get; } =
        [new() { ["id"] = "org_lab", ["name"] = "acme", ["connections"] = new JsonArray() }];
}
