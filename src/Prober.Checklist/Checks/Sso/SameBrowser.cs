using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Sso;

/// <summary>Both logins must come from one cookie jar: the same browser profile and the same provider host.</summary>
public sealed class SameBrowser : SecondLoginCheck
{
    public override CheckInfo Info { get; } = new(
        "sso-same-browser",
        Stage.Sso,
        CheckClass.Root,
        Question: "Were both applications used in one browser, at one host of the provider?",
        Why: "The provider knows the user by a cookie. A private window, another profile or another host name has another cookie jar.",
        Remedy: "Single sign-on works only within one browser profile and one host name of the provider: let every application use the same one.")
    {
        Owner = FaultOwner.Configuration,
        References = ["RFC 6265 section 5.4", "RFC 8252 section 8.12"],
        AnsweredBy = "a recording with cookies (Chrome: export HAR with sensitive data)",
        Reasons = Reasons(
            ("same-session", "The provider's cookies of the first login came with the second."),
            ("signed-in-anyway", "The second login went through, so the session was found."),
            ("different-idp-host", "The second application asked another host of the provider."),
            ("different-user-agent", "The requests name different browsers."),
            ("no-provider-cookies", "The second request carried none of the provider's cookies."),
            ("in-frame", "The second login ran inside a frame, where third-party cookies are kept apart."),
            ("no-cookies-known", "The first login set no cookie that would still be due."),
            ("cookies-stripped", "The recording lacks cookies.")),
    };

    private protected override Finding Judge(SecondLogin login, EvidenceReader evidence)
    {
        if (!login.WentThrough && Differs(login) is { } difference)
            return difference;
        if (evidence.Facts.Has("cookies-stripped"))
            return Finding.Inconclusive("cookies-stripped", "The recording lacks cookies, so the two logins cannot be told to be of one browser.");
        var due = ProviderCookies.Due(login, evidence.Facts);
        var sent = ProviderCookies.SentWith(login.Second.Authorization).Intersect(due, StringComparer.Ordinal).ToList();
        var carried = sent.Count == 0 ? "none of the provider's cookies" : string.Join(", ", sent);
        var proof = EvidencePointer.Har(login.Second.Authorization.Index, "request.headers.cookie", carried);
        if (sent.Count > 0)
            return Finding.Pass("same-session",
                $"The provider's cookies of the login at {login.FirstName} came with the request of {login.SecondName}.", proof);
        if (login.WentThrough)
            return Finding.Pass("signed-in-anyway", "The second login went through, so the session was found.", proof);
        if (due.Count == 0)
            return Finding.Inconclusive("no-cookies-known",
                "The first login set no cookie that would still be due, so nothing tells whether it was the same browser.");
        return login.Second.Authorization.Request.Headers["sec-fetch-dest"] is "iframe" or "frame"
            ? Finding.Warn("in-frame", $"The login of {login.SecondName} ran inside a frame, where browsers keep third-party cookies apart.", proof)
            : Finding.Fail("no-provider-cookies",
                $"The request of {login.SecondName} carried none of the provider's cookies ({string.Join(", ", due)}): it came from another profile, a private window or an embedded browser.",
                proof);
    }

    private static Finding? Differs(SecondLogin login)
    {
        var (first, second) = (login.First.Authorization, login.Second.Authorization);
        if (first.Request.Uri?.Authority is { } host && second.Request.Uri?.Authority is { } other && host != other)
        {
            return Finding.Fail("different-idp-host",
                $"{login.FirstName} asks {host}, {login.SecondName} asks {other}: a browser keeps the cookies of the two apart.",
                EvidencePointer.Har(second.Index, "request.url", other), EvidencePointer.Har(first.Index, "request.url", host));
        }

        return Agent(first) is { } one && Agent(second) is { } two && one != two
            ? Finding.Fail("different-user-agent",
                "The two logins name different browsers.",
                EvidencePointer.Har(second.Index, "request.headers.user-agent", two), EvidencePointer.Har(first.Index, "request.headers.user-agent", one))
            : null;
    }

    private static string? Agent(HarEntry entry) => entry.Request.Headers["user-agent"];
}
