using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Finds what kept an application from starting the login: its page, its scripts, their exceptions.</summary>
internal static class ApplicationTrouble
{
    public static Finding? Of(EvidenceReader evidence, LoginCourse course) =>
        OfPage(evidence) ?? OfScript(evidence) ?? OfException(evidence, course);

    private static Finding? OfPage(EvidenceReader evidence)
    {
        if (evidence.Traffic.Entries.LastOrDefault(entry =>
            evidence.Facts.IsDocument(entry) && !NetworkFailure.IsNoise(entry.Response.Failure)) is not { } page) return null;
        var address = page.Request.Url.Split('?')[0];
        if (page.Response.Status >= 400)
        {
            return Finding.Fail("application-error",
                $"The application answered {page.Response.Status} at {address} before the login began.",
                EvidencePointer.Har(page.Index, "response.status", $"{page.Response.Status}"))
                with
            { Remedy = $"Read the application's log for {address}; it fails before it calls the identity provider." };
        }

        return page.Response.Status == 0 && NetworkFailure.Outage(page.Response.Failure) is { } kind
            ? Finding.Fail("application-unreachable", $"{page.Request.Uri?.Authority} did not answer ({page.Response.Failure}).",
                EvidencePointer.Har(page.Index, "response.failure", page.Response.Failure))
                with
            {
                Fault = kind is "connect" or "tls" ? FaultOwner.Application
                    : FaultOwner.Network,
                Remedy = "Start the application or mend its name, certificate or network."
            }
            : null;
    }

    private static Finding? OfScript(EvidenceReader evidence)
    {
        if (evidence.Traffic.Entries.FirstOrDefault(entry =>
            IsScript(entry) && HasFailed(entry) && evidence.Facts.RoleOf(entry) == EndpointRole.Application) is not { } script) return null;
        var answer = script.Response.Status > 0 ? $"answered {script.Response.Status}" : $"failed ({script.Response.Failure})";
        var address = script.Request.Url.Split('?')[0];
        return Finding.Fail("script-failed", $"The application's script {address} {answer}, so its login control does nothing.",
            EvidencePointer.Har(script.Index, script.Response.Status > 0 ? "response.status"
                : "response.failure", script.Response.Status > 0 ? $"{script.Response.Status}" : script.Response.Failure))
            with
        { Remedy = $"Deploy {address} or mend the page that refers to it; the identity provider is not involved yet." };
    }

    private static Finding? OfException(EvidenceReader evidence, LoginCourse course)
    {
        if (!course.IsLive || evidence.Bundle.Console.Value is not { } console) return null;
        var index = console.ToList().FindIndex(entry =>
            entry.Kind == ConsoleKind.PageError && !PatternTable.Default.ConsoleNoise.Any(noise => noise.Matches(entry.Text)));
        return index < 0 ? null : Finding.Fail(
            "script-error", $"A script of the application broke before the login began: {PageError.Clean(console[index].Text)}",
            EvidencePointer.Console(index, PageError.Clean(console[index].Text)))
            with
        { Remedy = "Mend the script error; it keeps the page from calling the identity provider." };
    }

    public static bool IsScript(HarEntry entry) =>
        entry.ResourceType == "script"
        || (entry.ResourceType is null && entry.Request.Uri?.AbsolutePath.EndsWith(".js", StringComparison.OrdinalIgnoreCase) == true);

    public static bool HasFailed(HarEntry entry) =>
        entry.Response.Status >= 400 || (entry.Response.Status == 0 && entry.Response.Failure is { } failure
            && !NetworkFailure.IsNoise(failure));
}
