using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Whether the stored profile holds every attribute that the scenario expects; without a record, whether the tokens do.</summary>
public sealed class AttributesPresent : Check
{
    private static readonly string[] Sources =
        ["profile-idp-response-has-user-info", "profile-custom-db-scripts-ok", "profile-ldap-mapper-ok", "profile-social-scopes-requested"];

    public override CheckInfo Info { get; } = new(
        "profile-attributes-present", Stage.Profile, CheckClass.Root,
        "Does the user's profile hold every expected attribute?",
        "An application that gets no e-mail or groups fails one page after the login, where nobody suspects the profile.",
        "Fill the attribute in where the profile comes from: the directory, the upstream provider's release, the mapping of the connection.")
    {
        DependsOn = ["profile-user-exists"],
        Reads = Sources,
        Owner = FaultOwner.Account,
        AnsweredBy = "the identity provider's user records, or tokens that can be read",
        References = ["https://auth0.com/docs/manage-users/user-accounts/user-profiles"],
        Reasons = new Dictionary<string, string>
        {
            ["present"] = "every expected attribute is there",
            ["missing"] = "an expected attribute is absent or empty",
            ["wrong-value"] = "an attribute does not match its pattern",
            ["placeholder"] = "a value is a placeholder, such as a name that is the e-mail address",
            ["nothing-required"] = "the scenario expects no attributes",
            ["not-visible"] = "neither a record nor a token can be read",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var required = evidence.Expectations.RequiredAttributes;
        if (required.Count == 0) return Finding.NotApplicable("nothing-required", "The scenario expects no attributes of the user.");
        IReadOnlyList<SeenAttributes> seen = RequiredAttributes.Record(evidence) is { } record ? [record] : AttributesAtSource.Of(evidence).Seen;
        if (seen.Count == 0) return Finding.Inconclusive("not-visible", $"Neither a user record nor a token can be read; answered by {Info.AnsweredBy}.");
        if (required.Keys.Where(name => seen.All(witness => witness.Find(name) is null)).ToList() is { Count: > 0 } missing)
            return Cause(evidence) ?? Finding.Fail("missing", $"{Listed(missing)} missing in {Where(seen)}.", [.. missing.Select(name => seen[0].PointAt(name, "absent"))]);
        return WrongValue(evidence) ?? Placeholder(seen)
            ?? Finding.Pass("present", $"Every expected attribute is in {Where(seen)}: {string.Join(", ", required.Keys)}.",
                [.. required.Keys.Select(name => seen.First(witness => witness.Find(name) is not null).PointAt(name, "present"))]);
    }

    /// <summary>A check that knows why has the fault; the profile is where it shows.</summary>
    private static Finding? Cause(EvidenceReader evidence) =>
        Sources.FirstOrDefault(source => evidence.FindingOf(source).Verdict is Verdict.Fail) is { } source
            ? Finding.Blocked(source, $"An attribute is missing in the profile; {source} says why.") : null;

    private static Finding? WrongValue(EvidenceReader evidence) =>
        (evidence.Bundle.Users.Value?.Records ?? []).SelectMany(record => record.AttributeMatches).FirstOrDefault(match => !match.Value) is { Key: { } name }
            ? Finding.Fail("wrong-value", $"The attribute {name} does not match the expected pattern {evidence.Expectations.RequiredAttributes.GetValueOrDefault(name)}.",
                EvidencePointer.Api($"users.{name}", "present")) with
            { Remedy = $"Correct {name} in the user's record, or the pattern in the scenario." }
            : null;

    // The fingerprints of two values are equal where the values are.
    private static Finding? Placeholder(IReadOnlyList<SeenAttributes> seen) => seen.FirstOrDefault(witness =>
            Text(witness, "name") is { } name && name == Text(witness, "email")) is { } placeholder
        ? Finding.Warn("placeholder", $"The name in {placeholder.Source} is the e-mail address, which is what providers put there when they know no name.",
            placeholder.PointAt("name", "equals email"))
        : null;

    private static string? Text(SeenAttributes seen, string name) =>
        seen.Values.GetValueOrDefault(name) is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static string Listed(List<string> names) => names.Count == 1 ? $"The attribute {names[0]} is" : $"The attributes {string.Join(", ", names)} are";

    private static string Where(IReadOnlyList<SeenAttributes> seen) => string.Join(" and ", seen.Select(witness => witness.Source).Distinct());
}
