using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Provider.Users;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Whether the provider's directory has exactly one usable record of the account.</summary>
public sealed class UserExists : Check
{
    private const string Id = "profile-user-exists";
    private const string Logs = "logs-entry-created";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Profile, CheckClass.Root,
        "Does the directory have exactly one record of this user?",
        "A second record with the same e-mail on another connection is the classic cause of an empty profile; a blocked one explains a refused password.",
        "Create the record, or let the connection create users as they log in (sign-ups enabled).")
    {
        Reads = [Logs],
        Owner = FaultOwner.Account,
        AnsweredBy = "the identity provider's user records (management API or an export)",
        References = ["https://auth0.com/docs/manage-users/user-accounts", "https://auth0.com/docs/manage-users/user-accounts/user-account-linking"],
        Reasons = new Dictionary<string, string>
        {
            ["one-record"] = "there is one record, and it is in order",
            ["missing"] = "there is no record of the account",
            ["creation-refused"] = "the provider refused to create the user",
            ["blocked-user"] = "the record is blocked",
            ["twins"] = "there are several records of the same account",
            ["other-connection"] = "the record belongs to another connection than expected",
            ["unverified-email"] = "the e-mail address is not verified",
            ["stale-login"] = "the record does not know of this login",
            ["no-login"] = "there is no record, and no login that would have made one",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (!course.Reached && CreationRefused(evidence, course) is { } refused) return refused;
        var records = evidence.Users.Records;
        if (records.FirstOrDefault(record => record.Blocked == true) is { } blocked && !course.Reached)
            return Finding.Fail("blocked-user", "The user's record is blocked.", Pointer(blocked, "blocked", "true")) with
            { Remedy = "Unblock the user in the directory, after finding out who blocked it and why." };
        if (records.Count == 0) return Missing(evidence, course);
        return records.Count > 1 ? Twins(records) : InOrder(evidence, course, records[0]);
    }

    private static Finding? CreationRefused(EvidenceReader evidence, LoginCourse course) =>
        course.Errors.FirstOrDefault(error => error.Owner == Id) is { } error
            ? Finding.Fail("creation-refused", $"The provider refused to create the user: {error.Description ?? error.Code}.",
                EvidencePointer.Har(error.Entry.Index, "error_description", error.Description ?? error.Code)) with
            { Fault = FaultOwner.Configuration }
        : LoggedCause.Of(evidence) is { Check: Id } cause && course.Stopper is null
            ? Finding.Fail("creation-refused", $"{cause.Words}.", cause.Pointer) with { Fault = FaultOwner.Configuration } : null;

    private static Finding Missing(EvidenceReader evidence, LoginCourse course)
    {
        if (course.Reached || evidence.FindingOf(Logs) is { Verdict: Verdict.Pass })
            return Finding.Fail("missing", "The login succeeded, but the directory has no record of the account.",
                EvidencePointer.Api("users", "no record")) with
            { Remedy = "See whether users are created as they log in (sign-ups enabled on the connection), and whether the right tenant was read." };
        return course.OwnedByOther(Id) ?? Finding.Inconclusive("no-login", "The directory has no record of the account, and no login succeeded that would have made one.");
    }

    private static Finding Twins(IReadOnlyList<UserRecord> records)
    {
        var connections = records.SelectMany(record => record.Identities).Select(identity => identity.Connection).Distinct().ToList();
        return Finding.Warn("twins",
            $"There are {records.Count} records of the same account ({string.Join(", ", connections)}); applications see now one profile, now the other.",
            [.. records.Select(record => Pointer(record, "identities", string.Join(", ", record.Identities.Select(identity => identity.Connection))))]) with
        { Remedy = "Link the accounts, or delete the one that nobody uses." };
    }

    private static Finding InOrder(EvidenceReader evidence, LoginCourse course, UserRecord record)
    {
        var connection = evidence.Expectations.Connection;
        if (connection is not null && record.Identities.Count > 0 && record.Identities.All(identity => identity.Connection != connection))
            return Finding.Warn("other-connection",
                $"The record belongs to {string.Join(", ", record.Identities.Select(identity => identity.Connection))}, not to {connection}.",
                Pointer(record, "identities", record.Identities[0].Connection)) with
            { Remedy = "Correct the connection in the scenario, or find out why the user came by another one." };
        if (record.EmailVerified == false)
            return Finding.Warn("unverified-email", "The user's e-mail address is not verified; rules and applications may refuse it.",
                Pointer(record, "email_verified", "false")) with
            { Remedy = "Verify the address of the probe account." };
        if (course is { Reached: true, Decisive.CredentialPost: { } submission } && record.LastLogin is { } last
            && last < submission.StartedAt - evidence.Expectations.Skew - TimeSpan.FromMinutes(1))
            return Finding.Warn("stale-login", $"The record's last login is of {last:yyyy-MM-dd HH:mm}Z, not of this run: another record may have been used.",
                Pointer(record, "last_login", $"{last:O}"));
        return Finding.Pass("one-record", "The directory has one record of the account.", Pointer(record, "user_id", record.Id));
    }

    private static EvidencePointer Pointer(UserRecord record, string field, string value) => EvidencePointer.Api($"users[{record.Id}].{field}", value);
}
