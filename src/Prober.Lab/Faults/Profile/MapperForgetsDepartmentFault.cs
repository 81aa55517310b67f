using System.Text.Json.Nodes;

namespace Prober.Lab;

/// <summary>The directory has the department, and the connector's mapper does not copy it.</summary>
internal sealed class MapperForgetsDepartmentFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.MapperForgetsDepartment, "F59", "mapper-forgets-department",
        "The profile of a user from a directory lacks the department.", "profile-ldap-mapper-ok")
    {
        MustNotFail = ["profile-social-scopes-requested"],
        ScenarioTweak = "The scenario expects the attribute department.",
    };

    public override IReadOnlyList<JsonObject> AlterConnections(IReadOnlyList<JsonObject> connections)
    {
        foreach (var connection in connections.Where(connection => (string?)connection["strategy"] == "auth0"))
            connection["strategy"] = "ad";
        return connections;
    }
}
