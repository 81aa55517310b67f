using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Takes a login loop apart: one round of it, who restarts it, and which cookies were not there when that happened.</summary>
public sealed class LoopExplainer : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-loop-explainer", Stage.Extra, CheckClass.Mirror,
        "Does the browser go round in circles, and what restarts it?",
        "An endless login loop is answered with \"open the network tab\"; the answer stands there, but in one of sixty entries.",
        "Look at the answer that restarts the login: it did not find the session it looked for. The cookies it went without are named.")
    {
        Owner = FaultOwner.Application,
        References = ["https://github.com/auth0/passport-auth0/issues/89"],
        Reasons = new Dictionary<string, string>
        {
            ["no-loop"] = "no address comes round three times by itself",
            ["cookie-absent"] = "the request that restarts the login went without a cookie that was set before",
            ["no-cookie-set"] = "nothing was set between callback and restart that could be a session",
            ["cookies-arrive"] = "the cookies arrive, and the application asks for a login all the same",
            ["loop"] = "the round, as far as it can be told",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Facts.Loops is not [var loop, ..]) return Finding.Pass("no-loop", "No page sends the browser round in circles.");
        var round = $"{loop.Rounds} times {string.Join(" → ", loop.Cycle)}{(loop.StoppedByBrowser ? ", until the browser gave up" : "")}";
        if (loop.Restart is not { } restart)
            return Finding.Warn("loop", $"The browser goes round in circles: {round}.", Pointer(loop.Entries[0]));
        var place = $"{restart.Request.Method} {restart.Request.Url.Split('?')[0]} ({restart.Response.Status})";
        if (evidence.Facts.Has("cookies-stripped"))
            return Finding.Warn("loop", $"The browser goes round in circles: {round}. {place} restarts it.", Pointer(restart));
        if (Absent(evidence.Facts, loop, restart) is { } absent)
        {
            return Finding.Warn("cookie-absent",
                $"The browser goes round in circles: {round}. {place} restarts it and came without {absent.Name}, which {Why(absent)}.",
                Pointer(restart), EvidencePointer.Har(absent.Entry.Index, "response.header.set-cookie", absent.Name));
        }

        return CookieHeader.Of(restart.Request).Count == 0
            ? Finding.Warn("no-cookie-set",
                $"The browser goes round in circles: {round}. {place} restarts it; nothing before it set a cookie that could be a session.", Pointer(restart))
            : Finding.Warn("cookies-arrive",
                $"The browser goes round in circles: {round}. {place} restarts it although {Names(restart)} came with it: the application does not accept its own session.",
                Pointer(restart));
    }

    /// <summary>A cookie that the host of the restart had set within the loop and that did not come with it.</summary>
    private static CookieOffer? Absent(EvidenceFacts facts, LoginLoop loop, HarEntry restart)
    {
        var sent = CookieHeader.Of(restart.Request).Select(pair => pair.Name).ToHashSet();
        var entries = loop.Entries.Select(entry => entry.Index).ToHashSet();
        return facts.Cookies.FirstOrDefault(offer => !offer.IsDeletion && entries.Contains(offer.Entry.Index)
            && offer.Host == restart.Request.Uri?.Host && !sent.Contains(offer.Name)
            && (offer.RefusedBecause ?? offer.WithheldBecause ?? (offer.FirstMissing is null ? null : "")) is not null
            && !PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(offer.Name)));
    }

    private static string Why(CookieOffer offer) => offer switch
    {
        { RefusedBecause: { } rule } => $"the browser had to refuse ({rule})",
        { WithheldBecause: { } rule } => $"SameSite kept back ({rule})",
        _ => "was set before",
    };

    private static string Names(HarEntry entry) => string.Join(", ", CookieHeader.Of(entry.Request).Select(pair => pair.Name).Distinct().Take(4));

    private static EvidencePointer Pointer(HarEntry entry) =>
        EvidencePointer.Har(entry.Index, "response.header.location", entry.Response.Headers["location"]?.Split('?')[0]);
}
