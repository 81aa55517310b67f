using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Plays the browser's cookie rules: which cookie was set, kept, sent or dropped, and by which rule.</summary>
public sealed class SameSiteSimulator : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-samesite-simulator", Stage.Extra, CheckClass.Mirror,
        "Which cookies did the browser keep and send, and by which rule did it drop the others?",
        "\"Invalid state\" and \"correlation failed\" are nearly always a cookie that a rule of the browser kept back, and no log says which.",
        "Change the attribute that the summary names; a cookie that must come with a form post of another site needs SameSite=None and Secure.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording with cookies: Chrome's \"HAR with sensitive data\", or a live run",
        References = ["RFC 6265bis sections 5.7 and 5.8"],
        Reasons = new Dictionary<string, string>
        {
            ["kept"] = "every cookie that mattered was kept and sent",
            ["refused"] = "the browser had to refuse a cookie",
            ["withheld-at-callback"] = "a cookie of the login under way was kept from the callback",
            ["third-party-cookies"] = "a silent request in a frame went without the provider's session cookie",
            ["no-cookies"] = "no cookie was set",
            ["cookies-stripped"] = "the export removed the cookies",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        if (facts.Has("cookies-stripped"))
            return Finding.Inconclusive("cookies-stripped", "The export removed the cookies, so their rules cannot be played through.");
        List<CookieFate> fates = [.. facts.Cookies.Where(offer => !offer.IsDeletion && IsOurs(facts, offer)).Select(CookieFate.Of)];
        if (fates.Count == 0) return Finding.NotApplicable("no-cookies", "Neither application nor provider set a cookie.");
        return Withheld(facts) ?? Refused(fates) ?? InFrame(facts) ?? Finding.Pass("kept", Table(fates));
    }

    private static bool IsOurs(EvidenceFacts facts, CookieOffer offer) => offer.Entry.Request.Uri is { Authority: var host }
        && (facts.ApplicationHosts.Contains(host) || facts.ProviderHosts.Contains(host));

    private static Finding? Withheld(EvidenceFacts facts)
    {
        foreach (var login in facts.Interactive.Where(login => login.Callback is not null))
        {
            var dropped = facts.Cookies.Where(offer => offer.WithheldFrom == login.Callback && offer.Entry.Index < login.Authorization.Index
                && PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(offer.Name))).ToList();
            if (dropped is not [var cookie, ..]) continue;
            return Finding.Warn("withheld-at-callback",
                $"{cookie.Name} (SameSite={cookie.SameSite ?? "absent"}), set when the login began, stayed behind at the callback: {Words(cookie.WithheldBecause)}.",
                Pointer(cookie), EvidencePointer.Har(login.Callback!.Index, "request.header.cookie", $"without {cookie.Name}"));
        }

        return null;
    }

    private static Finding? Refused(List<CookieFate> fates) =>
        fates.Find(fate => fate.Outcome == CookieOutcome.Refused && !HasTwin(fates, fate.Offer)) is not { Offer: var cookie } fate ? null : Finding.Warn("refused",
            $"The browser had to refuse {cookie.Name} of {cookie.Host}: {Words(fate.Reason)}.", Pointer(cookie));

    // A twin for old browsers (auth0_compat beside auth0, _session.legacy.sig beside _session.sig) is set to be refused where the other is taken.
    private static bool HasTwin(List<CookieFate> fates, CookieOffer cookie) => fates.Exists(other =>
        other.Offer.Entry == cookie.Entry && other.Offer.Name != cookie.Name && other.Outcome != CookieOutcome.Refused
        && Bare(other.Offer.Name) == Bare(cookie.Name));

    private static string Bare(string name) => PatternTable.Default.LegacyCookieMarks.First(name) is { } mark ? name.Replace(mark, "", StringComparison.Ordinal) : name;

    private static Finding? InFrame(EvidenceFacts facts)
    {
        foreach (var silent in facts.Transactions.Where(login => login.IsSilent && facts.IsInFrame(login.Authorization)))
        {
            var sent = CookieHeader.Of(silent.Authorization.Request).Select(pair => pair.Name).ToHashSet();
            var blocked = facts.Cookies.FirstOrDefault(offer => offer is { IsDeletion: false, SameSite: "None", FirstSent: { } first }
                && first.Window == silent.Authorization.Window && offer.Entry.EndedAt < silent.Authorization.StartedAt
                && offer.Host == silent.Authorization.Request.Uri?.Host && !sent.Contains(offer.Name) && !IsOver(facts, offer, silent));
            if (blocked is null || silent.Authorization.Request.Headers["sec-fetch-site"] != "cross-site") continue;
            return Finding.Warn("third-party-cookies",
                $"A silent request in a frame went without {blocked.Name}, which other requests carry: this browser blocks third-party cookies.",
                Pointer(blocked), EvidencePointer.Har(silent.Authorization.Index, "request.header.cookie", $"without {blocked.Name}"))
                with
            { Remedy = "Put the provider on a domain of the application's own site, or renew by refresh tokens instead of a frame." };
        }

        return null;
    }

    private static bool IsOver(EvidenceFacts facts, CookieOffer offer, LoginTransaction silent) =>
        offer.Expires <= silent.Authorization.StartedAt || facts.Cookies.Any(later => later.Name == offer.Name && later.Host == offer.Host
            && later.Entry.Index > offer.Entry.Index && later.Entry.Index < silent.Authorization.Index);

    private static string Table(List<CookieFate> fates)
    {
        var words = fates.GroupBy(fate => fate.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Words(group.Key)}");
        return $"Of {fates.Count} cookies set by application and provider: {string.Join(", ", words)}.";
    }

    private static string Words(CookieOutcome outcome) => outcome switch
    {
        CookieOutcome.Sent => "came back",
        CookieOutcome.Withheld => "kept from a request of another site that could do without",
        CookieOutcome.Missing => "not in a request that might have had them",
        CookieOutcome.Refused => "refused",
        _ => "not asked for again",
    };

    private static string Words(string? rule) => rule switch
    {
        "strict-from-another-site" => "SameSite=Strict is not sent when another site leads here",
        "lax-in-cross-site-post" => "SameSite=Lax is not sent with a form post from another site",
        "not-in-cross-site-frame" => "only SameSite=None is sent in a frame of another site",
        "not-in-cross-site-request" => "only SameSite=None is sent with a request of another site's page",
        "too-large" => "it is larger than 4096 bytes",
        "secure-over-http" => "Secure is not accepted over plain http",
        "samesite-none-without-secure" => "SameSite=None needs Secure",
        "partitioned-without-secure" => "Partitioned needs Secure",
        "prefix-rules" => "its prefix (__Host-, __Secure-) demands Secure, and __Host- also Path=/ and no Domain",
        "domain-mismatch" => "its Domain is not one of the host that set it",
        "public-suffix" => "its Domain is a public suffix",
        _ => "a page of another site asked for it, and it is not SameSite=None",
    };

    private static EvidencePointer Pointer(CookieOffer cookie) =>
        EvidencePointer.Har(cookie.Entry.Index, "response.header.set-cookie", cookie.Name);
}
