using System.Text.Json.Nodes;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>The person is in more groups than the provider puts into a token; it says where to ask instead (OpenID Connect Core, 5.6.2).</summary>
internal sealed class GroupOverageFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.GroupOverage, "F74", "group-overage",
        "The groups are too many for the ID token, which only names the place where they can be had.", "token-required-info")
    {
        Reason = "group-overage",
        MustNotFail = ["claims-jwt-decodes"],
        Scenario = LabScenario.BrowserApplication,
        ScenarioTweak = "The scenario expects the claim groups.",
    };

    public override IReadOnlyCollection<string> WithheldFromIdentityToken => ["groups"];

    public override IReadOnlyCollection<string> WithheldFromUserInfo => ["groups"];

    public override string AlterIdentityToken(string token) => IdentityTokenDraft.Parse(token)
        .Set("_claim_names", new JsonObject { ["groups"] = "src1" })
        .Set("_claim_sources", new JsonObject { ["src1"] = new JsonObject { ["endpoint"] = "https://graph.example/users/alice/getMemberObjects" } })
        .Sign(SigningKeys.Current);
}
