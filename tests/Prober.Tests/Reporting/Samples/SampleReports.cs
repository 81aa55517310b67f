using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Tests.Reporting.Samples;

/// <summary>Reports as the checklist makes them, one for each thing a reader may meet.</summary>
internal static class SampleReports
{
    public static IEnumerable<(string Name, Report Report)> All() =>
        [("healthy", Healthy()), ("refused", RedirectUriRefused()), ("single-page", SampleTokens.SinglePage()), ("loop", Loop()), ("prober-fault", ProberFault())];

    public static Report Healthy()
    {
        var hops = new SampleHops().Login(PhaseName.Login, "portal", prompted: true)
            .Login(PhaseName.SecondTab, "portal", prompted: false).Change(hop => hop with { Silent = true })
            .Login(PhaseName.Sso, "billing", prompted: false).Logout();
        return Make(Verdict.Warn, FaultOwner.None, SamplePhases.Healthy(), SampleChecks.Healthy(), hops.All);
    }

    /// <summary>60 hops, five screenshots of 60 KB: what rendering is measured with.</summary>
    public static Report Typical()
    {
        var hops = new SampleHops();
        for (var round = 0; round < 8; round++)
            hops.Login((PhaseName)(round % 5), round % 2 == 0 ? "portal" : "billing", prompted: true);
        var picture = new byte[60_000];
        new Random(1).NextBytes(picture);
        picture[0] = 0x89;
        "PNG"u8.CopyTo(picture.AsSpan(1));
        var phases = SamplePhases.Healthy().Take(5).Select(phase => phase with { ScreenshotImage = picture });
        return RedirectUriRefused() with { Hops = hops.All, Phases = [.. phases], Tokens = SampleTokens.SinglePage().Tokens };
    }

    /// <summary>The redirect URI is registered with https, the application asks with http.</summary>
    public static Report RedirectUriRefused()
    {
        var hops = new SampleHops()
            .Add(PhaseName.Login, "portal", "protected page", "https://portal.example.com/", 302, "https://login.example.com/authorize")
            .Change(hop => hop with { CookiesSet = [".portal.nonce"] })
            .Add(PhaseName.Login, "idp", "authorization request", "https://login.example.com/authorize?client_id=portal&redirect_uri=http://portal.example.com/callback", 302, "https://login.example.com/error")
            .Add(PhaseName.Login, "idp", "error page", "https://login.example.com/error?error=invalid_request", 400)
            .Change(hop => hop with { Failing = true });
        const string Owner = "login-prompt-request-valid";
        var evidence = new[] { EvidencePointer.Har(1, "request.query.redirect_uri", "http://portal.example.com/callback"), EvidencePointer.Har(2, "response.status", "400") };
        const string Summary = "The identity provider refused the authorization request: the redirect URI http://portal.example.com/callback is not registered; it differs from https://portal.example.com/callback in the scheme.";
        const string Remedy = "Make the application build its redirect URI with https (behind a proxy: forward X-Forwarded-Proto and trust it); do not register the http address.";
        var checks = SampleChecks.Healthy()
            .With(Owner, check => check with { Verdict = Verdict.Fail, Reason = "scheme-differs", Summary = Summary, Remedy = Remedy, Evidence = evidence })
            .With("login-prompt-shown", check => check with { Verdict = Verdict.Fail, Reason = "error-page", Summary = "An error page came instead of a login prompt.", Remedy = "See login-prompt-request-valid.", Evidence = [evidence[1]] })
            .With("credentials-browser-console", check => check with { Verdict = Verdict.Pass, Reason = "ok", Remedy = null, Summary = "The console is clean." })
            .BlockedAfter(Owner);
        var phases = new[]
        {
            SamplePhases.Phase(PhaseName.Login, "portal", 0, 910, "error.png", Verdict.Fail) with { Detail = "A login prompt was waited for; the page said \"Callback URL mismatch\".", Steps = ["opened https://portal.example.com/"] },
            SamplePhases.Phase(PhaseName.Sso, "billing", 920, 0, null, Verdict.Inconclusive) with { Detail = "Not tried: the login did not get there." },
        };
        return Make(Verdict.Fail, FaultOwner.Application, phases, checks, hops.All) with
        {
            Headline = new Headline(Owner, "scheme-differs", Summary, Remedy, evidence),
            Quality = [new QualityFlag("no-idp-log", "The provider's log was not read, so whether it noted the refusal is unknown.")],
        };
    }

    /// <summary>The application drops its session cookie and sends the browser round and round.</summary>
    public static Report Loop()
    {
        var hops = new SampleHops().Login(PhaseName.Login, "portal", prompted: true);
        for (var round = 0; round < 6; round++)
        {
            hops.Add(PhaseName.Login, "portal", "protected page", "https://portal.example.com/", 302, "https://login.example.com/authorize")
                .Add(PhaseName.Login, "idp", "authorization request", $"https://login.example.com/authorize?state=sha256:{round}", 302, "https://portal.example.com/callback")
                .Add(PhaseName.Login, "portal", "callback with code", $"https://portal.example.com/callback?code=sha256:{round}", 302, "https://portal.example.com/");
            if (round == 2)
                hops.Change(hop => hop with { Failing = true });
        }

        hops.Add(PhaseName.Login, "portal", "protected page", "https://portal.example.com/", 0).Change(hop => hop with { Failure = "net::ERR_TOO_MANY_REDIRECTS" });
        var failing = hops.All.First(hop => hop.Failing).Entry;
        EvidencePointer[] evidence = [EvidencePointer.Har(failing, "response.cookies", ".portal.session; SameSite=None without Secure")];
        const string Summary = "The login runs in a loop of 6 rounds: portal answers its callback with a session cookie that the browser refuses, because it says SameSite=None without Secure.";
        const string Remedy = "Set the cookie .portal.session with Secure, or without SameSite=None.";
        var checks = SampleChecks.Healthy().With("session-app-established", check => check with { Verdict = Verdict.Fail, Reason = "cookie-refused", Summary = Summary, Remedy = Remedy, Evidence = evidence }).BlockedAfter("session-app-established");
        var phases = new[] { SamplePhases.Phase(PhaseName.Login, "portal", 0, 5200, "login.png", Verdict.Fail) with { Detail = "The browser stopped after too many redirects." } };
        return Make(Verdict.Fail, FaultOwner.Application, phases, checks, hops.All) with { Headline = new Headline("session-app-established", "cookie-refused", Summary, Remedy, evidence) };
    }

    public static Report ProberFault()
    {
        var report = Make(Verdict.Error, FaultOwner.Prober, [], [], []);
        return report with { Run = report.Run with { Outcome = RunOutcome.ProberFault, OutcomeDetail = "The browser process ended during the first phase (signal 9).", Browser = null } };
    }

    public static Report Make(Verdict verdict, FaultOwner fault, IReadOnlyList<PhaseResult> phases, IReadOnlyList<CheckResult> checks, IReadOnlyList<Hop> hops) => new()
    {
        Run = new RunInfo
        {
            Id = "20260312T101502Z-portal-3fa9",
            Scenario = "portal",
            StartedAt = SamplePhases.Start,
            Duration = TimeSpan.FromMilliseconds(5910),
            Source = EvidenceSource.Live,
            Browser = "chromium-headless-shell 156.0.8078.79",
            Version = "0.1.0",
            Outcome = RunOutcome.Completed,
        },
        Verdict = verdict,
        Fault = fault,
        Headline = null,
        Phases = phases,
        Checks = checks,
        Quality = [],
        Participants = SampleHops.Participants,
        Hops = hops,
    };
}
