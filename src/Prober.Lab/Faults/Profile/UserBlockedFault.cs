using System.Text.Json.Nodes;
using OpenIddict.Abstractions;

namespace Prober.Lab;

/// <summary>An administrator blocked the account.</summary>
internal sealed class UserBlockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UserBlocked, "F53", "user-blocked",
        "The user's record is blocked.", "profile-user-exists")
    {
        MustNotFail = ["profile-attributes-present"],
    };

    public override void AlterAuthorizationResponse(OpenIddictResponse response) => AuthorizationRefusal.In(response, "unauthorized", "user is blocked");

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => AuthorizationRefusal.Logged(events, "f", "user is blocked");

    public override IReadOnlyList<JsonObject> AlterUserRecords(IReadOnlyList<JsonObject> users)
    {
        foreach (var user in users.Where(user => (string?)user["email"] == Visitor.Email))
            user["blocked"] = true;
        return users;
    }
}
