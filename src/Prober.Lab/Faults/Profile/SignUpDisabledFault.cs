using System.Text.Json.Nodes;
using OpenIddict.Abstractions;

namespace Prober.Lab;

/// <summary>The account is not in the directory, and the connection creates nobody.</summary>
internal sealed class SignUpDisabledFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SignUpDisabled, "F54", "sign-up-disabled",
        "The user could not be created, because sign-ups are disabled.", "profile-user-exists")
    {
        MustNotFail = ["credentials-password-expired"],
    };

    private const string Words = "Sign-ups are disabled for this connection";

    public override void AlterAuthorizationResponse(OpenIddictResponse response) => AuthorizationRefusal.In(response, "access_denied", Words);

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => AuthorizationRefusal.Logged(events, "f", Words);

    public override IReadOnlyList<JsonObject> AlterUserRecords(IReadOnlyList<JsonObject> users) => [];
}
