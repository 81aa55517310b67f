using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Whether the mapper of an AD or LDAP directory copies what is needed into the profile; meaningless for other user stores.</summary>
public sealed class LdapMapper : Check
{
    private const string Id = "profile-ldap-mapper-ok";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Profile, CheckClass.Root,
        "Does the directory's mapper copy the needed attributes into the profile?",
        "The connector hands on only what its profile mapper names; a department that is in the directory is lost on the way.",
        "Add the attribute to the mapper (profile['x'] = raw_data['y']), restart the connector, and see that its service account may read the attribute.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "the identity provider's settings and user records, and the connector's log",
        References = ["https://auth0.com/docs/authenticate/identity-providers/enterprise-identity-providers/active-directory-ldap/ad-ldap-connector"],
        Reasons = new Dictionary<string, string>
        {
            ["mapped"] = "the expected attributes are in the profile",
            ["not-mapped"] = "an attribute of the directory is not in the profile",
            ["mapper-error"] = "the connector's log has an exception of the mapper",
            ["connector-offline"] = "the connector is offline, and the login was served from its cache",
            ["no-directory"] = "the user comes from no AD or LDAP directory",
            ["nothing-required"] = "the scenario expects no attributes of the user",
            ["not-visible"] = "the user's record was not read",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (AccountConnection.DirectoryOf(evidence, course.Decisive) is null)
        {
            if (!evidence.Bundle.Users.IsPresent) _ = evidence.Configuration;
            return Finding.NotApplicable("no-directory", "The user comes from no AD or LDAP directory.");
        }

        if (MapperError(evidence) is { } broken) return broken;
        if (evidence.Bundle.Users.Value is not { Records.Count: > 0 })
            return course.OwnedByOther(Id) ?? Finding.Inconclusive("not-visible", $"The user's record was not read; answered by {Info.AnsweredBy}.");
        if (evidence.Expectations.RequiredAttributes.Count == 0) return Finding.NotApplicable("nothing-required", "The scenario expects no attributes of the user.");
        if (RequiredAttributes.MissingInRecord(evidence) is [var missing, ..] all)
            return Finding.Fail("not-mapped", $"The directory's user has no {string.Join(", ", all)} in the profile: the mapper does not copy it.",
                EvidencePointer.Api($"users.{missing}", "absent"));
        return AccountConnection.Of(evidence, course.Decisive) is { Online: false } connection
            ? Finding.Warn("connector-offline", $"The connector of {connection.Name} is offline; the login was served from its cache.",
                EvidencePointer.Api($"connections[{connection.Name}].status", "offline"))
            : Finding.Pass("mapped", "The expected attributes came from the directory into the profile.",
                EvidencePointer.Api("users", string.Join(", ", evidence.Expectations.RequiredAttributes.Keys)));
    }

    private static Finding? MapperError(EvidenceReader evidence)
    {
        foreach (var log in evidence.Bundle.ProviderServerLogs.Value ?? [])
        {
            foreach (var (index, line) in log.Lines.Index())
            {
                if (ServerLogPattern.Explain(line.Text) is { Check: Id } known)
                    return Finding.Fail("mapper-error", $"The log {log.Source} says that {known.Meaning}.", EvidencePointer.Log(index, log.Source, PageError.Clean(line.Text)));
            }
        }

        return null;
    }
}
