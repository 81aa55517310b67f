using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>One thing that went wrong on a login page: a script that did not load, a policy that blocked, an exception.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">A reason of <c>login-prompt-customization-clean</c>.</param>
/// <param name="What">A clause that says it.</param>
/// <param name="Resource">What to repair; null when it was inline.</param>
/// <param name="Pointer">Where it stands in the evidence.</param>
internal sealed record LoginPageTrouble(DateTimeOffset At, string Reason, string What, string? Resource, EvidencePointer Pointer)
{
    /// <summary>A script, or a background request to the page's own host, that failed; noise of analytics and the like is none.</summary>
    public static LoginPageTrouble? Of(HarEntry entry, HashSet<string> hosts)
    {
        if (!ApplicationTrouble.HasFailed(entry) || entry.Request.Uri is not { } uri || PatternTable.Default.NoiseHosts.Matches(uri.Host))
            return null;
        var isOwnCall = entry.ResourceType is "fetch" or "xhr" && hosts.Contains(uri.Authority) && entry.Response.Status is 0 or >= 500
            && !IsBeacon(entry);
        if (!ApplicationTrouble.IsScript(entry) && !isOwnCall) return null;
        var address = entry.Request.Url.Split('?')[0];
        var blocked = NetworkFailure.IsPolicy(entry.Response.Failure);
        var (field, value) = entry.Response.Status > 0 ? ("response.status", $"{entry.Response.Status}")
            : ("response.failure", entry.Response.Failure);
        return new(entry.StartedAt, blocked ? "script-blocked" : "script-missing", blocked
            ? $"the page's content security policy blocked {address}" : $"{address} failed ({value})",
            address, EvidencePointer.Har(entry.Index, field, value));
    }

    /// <summary>An uncaught exception or a policy's block on a page of these hosts.</summary>
    public static LoginPageTrouble? Of(ConsoleEntry entry, int index, HashSet<string> hosts)
    {
        if (PatternTable.Default.ConsoleNoise.Any(noise => noise.Matches(entry.Text))) return null;
        if (Uri.TryCreate(entry.PageUrl, UriKind.Absolute, out var page) && !hosts.Contains(page.Authority)) return null;
        var text = PageError.Clean(entry.Text);
        if (entry.Kind == ConsoleKind.Error && PatternTable.Default.BlockTexts.Matches(entry.Text)
            && entry.Text.Contains("script", StringComparison.OrdinalIgnoreCase))
            return new(entry.At, "script-blocked", $"the browser said: {text}", null, EvidencePointer.Console(index, text));
        return entry.Kind == ConsoleKind.PageError
            ? new(entry.At, "script-error", $"a script threw: {text}", entry.Source, EvidencePointer.Console(index, text)) : null;
    }

    private static bool IsBeacon(HarEntry entry) =>
        PatternTable.Default.BeaconPaths.Matches(entry.Request.Uri!.AbsolutePath) || entry.ResourceType == "ping";
}
