using System.Text.Json.Nodes;
using OpenIddict.Abstractions;

namespace Prober.Lab;

/// <summary>An Action breaks on a profile it did not expect.</summary>
internal sealed class ActionThrowsFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ActionThrows, "F56", "action-throws",
        "An Action throws an exception after the password.", "profile-rules-actions-ok")
    {
        MustNotFail = ["login-prompt-connection-enabled"],
    };

    public override void AlterAuthorizationResponse(OpenIddictResponse response) => AuthorizationRefusal.In(response, "server_error", "Something went wrong");

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => AuthorizationRefusal.Logged(
        events, "actions_execution_failed", "Add department: Cannot read properties of undefined",
        new JsonObject { ["action_name"] = "Add department", ["action_error"] = new JsonObject { ["message"] = "Cannot read properties of undefined" } });
}
