using System.Text.Json.Nodes;

namespace Prober.Lab;

/// <summary>The account has a twin that came by another connection.</summary>
internal sealed class TwinUsersFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.TwinUsers, "F52", "twin-users",
        "There are two records of the account, on two connections.", "profile-user-exists")
    {
        Verdict = "warn",
        MustNotFail = ["profile-attributes-present"],
    };

    public override IReadOnlyList<JsonObject> AlterUserRecords(IReadOnlyList<JsonObject> users) =>
        [.. users, .. users.Where(user => (string?)user["email"] == Visitor.Email).Select(Twin).ToList()];

    private static JsonObject Twin(JsonObject user)
    {
        var twin = (JsonObject)user.DeepClone();
        twin["user_id"] = "google-oauth2|115015401343387192604";
        twin["identities"] = new JsonArray(new JsonObject
        {
            ["connection"] = "google-oauth2",
            ["provider"] = "google-oauth2",
            ["user_id"] = "115015401343387192604",
            ["isSocial"] = true,
        });
        return twin;
    }
}
