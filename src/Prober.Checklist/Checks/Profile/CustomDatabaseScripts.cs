using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Whether the tenant's own scripts that read its user store work; meaningless for other connections.</summary>
public sealed class CustomDatabaseScripts : Check
{
    private const string Id = "profile-custom-db-scripts-ok";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Profile, CheckClass.Root,
        "Do the custom database's scripts return the user without error?",
        "A script that times out or throws looks like an outage or a wrong password; only the log has its message.",
        "Return a stable user_id, call back exactly once, reuse database pools, and answer WrongUsernameOrPasswordError for bad credentials. Let the provider's addresses through the database's firewall.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "the identity provider's settings and log",
        References = ["https://auth0.com/docs/authenticate/database-connections/custom-db"],
        Reasons = new Dictionary<string, string>
        {
            ["working"] = "a login succeeded by the scripts",
            ["script-failed"] = "a script threw an exception or did not answer in time",
            ["profile-incomplete"] = "the script returned a profile without identifier or e-mail address",
            ["unknown-known-user"] = "the log says that the user is unknown, though there is a record",
            ["import-mode"] = "users are still imported one by one, though this one is in the store already",
            ["other-connection"] = "the connection uses no custom database",
            ["no-login"] = "no login went by the scripts",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (!course.Reached && course.Errors.FirstOrDefault(error => error.Owner == Id) is { } error)
            return Finding.Fail("script-failed", $"A script of the custom database failed: {error.Description ?? error.Code}.",
                EvidencePointer.Har(error.Entry.Index, "response.content.error", error.Description ?? error.Code));
        if (LoggedCause.Of(evidence) is { Check: Id } cause && !course.Reached)
            return Finding.Fail("script-failed", $"{cause.Words}.", cause.Pointer);
        _ = evidence.Configuration;
        return AccountConnection.Of(evidence, course.Decisive) is not { CustomDatabase: true } connection
            ? Finding.NotApplicable("other-connection", "The login uses no connection with scripts of the tenant's own.")
            : Judge(evidence, course, connection);
    }

    private static Finding Judge(EvidenceReader evidence, LoginCourse course, ConnectionSettings connection)
    {
        var records = evidence.Bundle.Users.Value?.Records ?? [];
        if (records.Count > 0 && ProviderEvents.Of(evidence)?.OfLogin.LastOrDefault(logged => logged.Event.Code == "fu") is { } unknown)
            return Finding.Warn("unknown-known-user",
                "The log says that the user is unknown, though there is a record: the script throws without naming the user.", unknown.Pointer);
        if (!course.Reached) return course.OwnedByOther(Id) ?? Finding.Inconclusive("no-login", "No login went by the scripts of the custom database.");
        if (RequiredAttributes.Record(evidence) is { } record && record.Find("email") is null)
            return Finding.Fail("profile-incomplete", $"The script of {connection.Name} returned a profile without an e-mail address.", record.PointAt("email", "absent"));
        return connection.ImportMode == true && records.Any(found => found.Logins > 1)
            ? Finding.Warn("import-mode", $"{connection.Name} still imports users one by one; this one has long been imported, and its password lives in two stores.",
                EvidencePointer.Api($"connections[{connection.Name}].import_mode", "true"))
            : Finding.Pass("working", $"The login by the scripts of {connection.Name} succeeded.",
                EvidencePointer.Api($"connections[{connection.Name}].enabledDatabaseCustomization", "true"));
    }
}
