using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>What the provider's settings and log say of the directory behind the connection, and of the provider's own limits.</summary>
internal static class DirectoryHealth
{
    /// <summary>The connector is down and the login did not come through.</summary>
    public static Finding? Failure(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Reached) return null;
        if (LoggedCause.Of(evidence) is { Check: "login-prompt-idp-available" } cause)
            return Finding.Fail("connector-failed", $"{cause.Words}.", cause.Pointer) with { Fault = FaultOwner.Upstream, Remedy = Remedy };
        return Offline(evidence) is { } offline && (course.Stopper is null || course.CredentialPosts.Any())
            ? Finding.Fail("connector-offline", offline.Summary, [.. offline.Evidence]) with { Fault = FaultOwner.Upstream, Remedy = Remedy } : null;
    }

    /// <summary>The same where the login came through, and warnings of rate limits and domains.</summary>
    public static Finding? Warning(EvidenceReader evidence) => Offline(evidence)
        ?? (ProviderEvents.Of(evidence)?.All.FirstOrDefault(logged => logged is { Result: LogResult.Warning, Topic: "availability" } or { Failed: true, Topic: "directory" }) is { } logged
            ? Finding.Warn("provider-warned", $"The identity provider's log says {logged.Words}.", logged.Pointer) with { Remedy = logged.Code!.Reading } : null);

    private const string Remedy = "Restart the directory's connector and see that it reaches both the directory and the identity provider.";

    private static Finding? Offline(EvidenceReader evidence) =>
        AccountConnection.Of(evidence, LoginCourse.Of(evidence).Decisive) is { Online: false } connection
            ? Finding.Warn("connector-offline", $"The connector of {connection.Name} is offline.",
                EvidencePointer.Api($"connections[{connection.Name}].status", "offline")) with
            { Remedy = Remedy } : null;
}
