using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Evidence.Expected;
using Prober.Evidence.Provider.Users;

namespace Prober.Tests.Evidence.Provider;

public sealed class AttributeObserverTests
{
    [TestCase("email", @".*@example\.com", true)]
    [TestCase("email", "alice", false)]
    [TestCase("department", "accounting", true)]
    [TestCase("app_metadata.department", "sales", false)]
    [TestCase("groups", "editors", true)]
    [TestCase("family_name", "Archer", true)]
    public void A_pattern_is_held_against_the_raw_value(string name, string pattern, bool matches) =>
        Assert.That(Matches(name, pattern), Is.EqualTo(new Dictionary<string, bool> { [name] = matches }));

    [TestCase("phone", ".*")]
    [TestCase("email", null)]
    public void What_is_missing_or_has_no_pattern_is_left_out(string name, string? pattern) => Assert.That(Matches(name, pattern), Is.Empty);

    private static IReadOnlyDictionary<string, bool> Matches(string name, string? pattern)
    {
        var attributes = JsonNode.Parse("""
            {
              "email": "alice@example.com",
              "app_metadata": { "department": "accounting", "groups": ["viewers", "editors"] },
              "identities": [{ "family_name": "Archer" }]
            }
            """)!.AsObject();
        var users = new UserRecords { Source = "api", ReadAt = default, Records = [new() { Id = "auth0|1", Attributes = attributes }] };
        return AttributeObserver.Observe(users, new Expectations { RequiredAttributes = new Dictionary<string, string?> { [name] = pattern } }).Records[0].AttributeMatches;
    }
}
