using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Does Back after logout show what was private? The page may come from memory or cache without a request.</summary>
public sealed class BackForwardLeak : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-bfcache-leak", Stage.Extra, CheckClass.Root,
        "After logout, does Back keep private pages to itself?",
        "On a shared machine the next person presses Back and reads the last one's page, though every session is ended.",
        "Send Cache-Control: no-store with every page that needs a session.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a live run with a signedOut step, which presses Back",
        References = ["RFC 9111 section 5.2.2.5", "OWASP ASVS 4.0 requirement 8.2.1"],
        Reasons = new Dictionary<string, string>
        {
            ["no-store"] = "every page that was shown signed in forbids storing",
            ["not-shown"] = "Back did not show it, though storing is not forbidden",
            ["shown"] = "Back showed the signed-in page without asking the application",
            ["no-logout"] = "nobody logged out",
            ["not-looked"] = "storing is not forbidden, and Back was not tried",
            ["no-page"] = "no page of somebody signed in was seen",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Facts.Logout is not { } logout) return Finding.NotApplicable("no-logout", "Nobody logged out.");
        var pages = Protected(evidence, logout).ToList();
        var storable = pages.Find(page => page.Response.Headers["cache-control"]?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true);
        var backs = (evidence.Bundle.Tabs.Value ?? []).Select((tab, index) => (Tab: tab, Index: index)).Where(item => item.Tab.Look == TabLook.Back).ToList();
        if (backs.Find(item => item.Tab.KeptByBrowser).Tab is { } shown)
        {
            return Finding.Warn("shown", $"Back after the logout showed the signed-in page of {shown.Application} without asking the application.",
                [EvidencePointer.Tab(backs.Find(item => item.Tab.KeptByBrowser).Index, "look", "back: kept in memory or cache"), .. Pointers(storable)]);
        }

        if (pages.Count == 0) return Finding.Inconclusive("no-page", "No page of somebody signed in was seen before the logout.");
        if (storable is null) return Finding.Pass("no-store", "Every page that was shown signed in forbids storing.", [.. Pointers(pages[0])]);
        return backs.Count > 0
            ? Finding.Pass("not-shown", "Back after the logout did not show the signed-in page, though Cache-Control does not forbid to store it.", [.. Pointers(storable)])
            : Finding.Inconclusive("not-looked", $"{storable.Request.Url.Split('?')[0]} may be stored (no Cache-Control: no-store), and Back was not tried.", [.. Pointers(storable)]);
    }

    /// <summary>The applications' pages between a callback and the logout.</summary>
    private static IEnumerable<HarEntry> Protected(EvidenceReader evidence, LogoutFlow logout)
    {
        var facts = evidence.Facts;
        var first = facts.Interactive.FirstOrDefault(login => login.Succeeded)?.Callback?.Index ?? int.MaxValue;
        var end = (logout.Chain is [var start, ..] ? start : logout.ProviderRequest)?.Index ?? 0;
        return evidence.Traffic.Entries.Where(entry => entry.Index > first && entry.Index < end && entry.Response.Status == 200
            && facts.IsDocument(entry) && facts.RoleOf(entry) == EndpointRole.Application);
    }

    private static IEnumerable<EvidencePointer> Pointers(HarEntry? page) =>
        page is null ? [] : [EvidencePointer.Har(page.Index, "response.header.cache-control", page.Response.Headers["cache-control"] ?? "absent")];
}
