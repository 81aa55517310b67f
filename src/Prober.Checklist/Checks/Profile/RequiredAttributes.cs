using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Profile;

/// <summary>The attributes that the account must have, and what the directory's record of it holds.</summary>
internal static class RequiredAttributes
{
    /// <summary>The record of the user who logged in: the one the tokens speak of, else the first; null when none was read.</summary>
    public static SeenAttributes? Record(EvidenceReader evidence)
    {
        if (evidence.Bundle.Users.Value?.Records is not [var first, ..] records) return null;
        var names = AccountNames.Of(evidence);
        var subjects = (evidence.Bundle.Tokens.Value ?? []).Select(token => token.Claims?["sub"]?.ToString()).OfType<string>().ToHashSet();
        var record = records.FirstOrDefault(candidate => subjects.Contains(candidate.Id))
            ?? records.FirstOrDefault(candidate => names.Contains(candidate.Id) && candidate.Identities.Any(identity => identity.Connection == evidence.Expectations.Connection))
            ?? first;
        return SeenAttributes.OfJson("the user's record", record.Attributes, (name, value) => EvidencePointer.Api($"users.{name}", value));
    }

    /// <summary>Those the record of the directory lacks; empty when no record was read or none is asked for.</summary>
    public static IReadOnlyList<string> MissingInRecord(EvidenceReader evidence) => Record(evidence) is { } record
        ? [.. evidence.Expectations.RequiredAttributes.Keys.Where(name => record.Find(name) is null)] : [];

    /// <summary>Everything that the account needs: the attributes of the scenario and the claims of the first application.</summary>
    public static IReadOnlyCollection<string> WithClaims(EvidenceReader evidence) =>
        [.. evidence.Expectations.RequiredAttributes.Keys.Union(Token.RequiredClaims.Of(evidence.Expectations, LoginCourse.Of(evidence).Decisive?.Application).Keys)];
}
