using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Counts the cookies that logins leave behind: one that is never cleared fills the jar until the server refuses the request.</summary>
public sealed class CookiePollution : Check
{
    /// <summary>So many at once are no longer a few abandoned tabs; browsers keep 180 cookies a domain, servers refuse earlier.</summary>
    private const int Many = 12;

    public override CheckInfo Info { get; } = new(
        "extra-cookie-pollution", Stage.Extra, CheckClass.Root,
        "Does every login clear the cookies that it began with?",
        "Each attempt writes a cookie for its state; those that nobody clears pile up until the header is refused with 400 or 431.",
        "Clear the cookie of a login at its callback, give it an end after some minutes, and keep no more than a few at a time.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording with cookies and more than one login",
        References = ["https://github.com/auth0/auth0-spa-js/issues/319"],
        Reasons = new Dictionary<string, string>
        {
            ["clean"] = "completed logins cleared their cookies, and few were there at a time",
            ["left-behind"] = "every completed login leaves a cookie behind",
            ["many"] = "one request carried many cookies of logins under way",
            ["none"] = "no cookie of a login under way was seen",
            ["cookies-stripped"] = "the export removed the cookies",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        if (facts.Has("cookies-stripped")) return Finding.Inconclusive("cookies-stripped", "The export removed the cookies, so they cannot be counted.");
        var offers = facts.Cookies.Where(offer => IsOfLogin(offer.Name)).ToList();
        if (offers.TrueForAll(offer => offer.IsDeletion)) return Finding.NotApplicable("none", "No cookie of a login under way was seen.");
        var (most, count) = evidence.Traffic.Entries.Select(entry => (entry, CookieHeader.Of(entry.Request).Count(pair => IsOfLogin(pair.Name)))).MaxBy(pair => pair.Item2);
        if (count >= Many)
            return Finding.Warn("many", $"{most.Request.Uri?.Host} got {count} cookies of logins under way in one request.",
                EvidencePointer.Har(most.Index, "request.header.cookie", $"{count} cookies of logins"));
        var left = facts.Interactive.Where(login => login is { Succeeded: true, IsSilent: false })
            .Select(login => Left(facts, offers, login)).OfType<CookieOffer>().GroupBy(offer => offer.Host).FirstOrDefault(host => host.Select(offer => offer.Name).Distinct().Count() > 1);
        return left is null
            ? Finding.Pass("clean", $"At most {count} cookies of logins under way were there at a time.")
            : Finding.Warn("left-behind", $"Every completed login at {left.Key} leaves a cookie of its own behind ({left.Count()} of them so far, such as {left.First().Name}).",
                [.. left.Select(offer => EvidencePointer.Har(offer.Entry.Index, "response.header.set-cookie", offer.Name))]);
    }

    /// <summary>A cookie that the response which began the login had set and that no later response cleared.</summary>
    private static CookieOffer? Left(EvidenceFacts facts, List<CookieOffer> offers, LoginTransaction login) =>
        facts.RedirectedFrom(login.Authorization) is not { } start ? null
        : offers.Find(offer => offer.Entry == start && !offer.IsDeletion && offer.RefusedBecause is null
            && !offers.Exists(later => later.IsDeletion && later.Name == offer.Name && later.Entry.Index > start.Index));

    private static bool IsOfLogin(string name) => PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(name));
}
