using Prober.Checklist.Reports;
using Prober.Evidence.Session;

namespace Prober.Tests.Reporting.Samples;

/// <summary>Hops of a login with a broker, as a recording of it would give them.</summary>
internal sealed class SampleHops
{
    private readonly List<Hop> _hops = [];
    private double _at = 40;
    private int _entry;

    public static IReadOnlyList<Participant> Participants { get; } =
    [
        new("browser", "Browser", ParticipantKind.Browser, null),
        new("portal", "portal", ParticipantKind.Application, "portal.example.com"),
        new("billing", "billing", ParticipantKind.Application, "billing.example.com"),
        new("idp", "identity provider", ParticipantKind.IdentityProvider, "login.example.com"),
        new("upstream", "upstream", ParticipantKind.Upstream, "corp.example.net"),
    ];

    public IReadOnlyList<Hop> All => _hops;

    public int LastEntry => _hops[^1].Entry;

    public SampleHops Add(PhaseName phase, string to, string label, string url, int status, string? leadsTo = null, string method = "GET")
    {
        _hops.Add(new Hop
        {
            Entry = _entry++,
            To = to,
            Method = method,
            Url = url,
            Status = status,
            Label = label,
            RedirectsTo = leadsTo,
            Phase = phase,
            AtMs = _at,
            DurationMs = 38,
        });
        _at += 137;
        return this;
    }

    public SampleHops Change(Func<Hop, Hop> change)
    {
        _hops[^1] = change(_hops[^1]);
        return this;
    }

    /// <summary>Images, scripts and styles that the report leaves out.</summary>
    public SampleHops Skip(int entries)
    {
        _entry += entries;
        return this;
    }

    public SampleHops Login(PhaseName phase, string app, bool prompted)
    {
        var host = $"https://{app}.example.com";
        const string Idp = "https://login.example.com";
        Add(phase, app, "protected page", $"{host}/", 302, $"{Idp}/authorize?client_id={app}");
        Change(hop => hop with { CookiesSet = [$".{app}.nonce", $".{app}.correlation"] });
        var request = $"{Idp}/authorize?client_id={app}&response_type=code&redirect_uri={host}/callback&scope=openid+profile+email&state=sha256:9f2c&nonce=sha256:77aa";
        Add(phase, "idp", "authorization request", request, 302, prompted ? $"{Idp}/u/login?state=sha256:aa01" : $"{host}/callback?code=sha256:51de");
        if (prompted)
        {
            Change(hop => hop with { CookiesSet = ["did", "auth0"] });
            Add(phase, "idp", "login page", $"{Idp}/u/login?state=sha256:aa01", 200);
            Skip(14);
            Add(phase, "idp", "credentials posted", $"{Idp}/u/login?state=sha256:aa01", 302, $"{Idp}/authorize/resume?state=sha256:aa01", "POST");
            Change(hop => hop with { CookiesSent = ["did", "auth0"], CookiesSet = ["auth0", "auth0_compat"] });
            Add(phase, "idp", "authorization resumed", $"{Idp}/authorize/resume?state=sha256:aa01", 302, $"{host}/callback?code=sha256:51de");
        }

        Add(phase, app, "callback with code", $"{host}/callback?code=sha256:51de&state=sha256:9f2c", 302, $"{host}/");
        Change(hop => hop with { CookiesSent = [$".{app}.nonce", $".{app}.correlation"], CookiesSet = [$".{app}.session"] });
        Add(phase, app, "signed-in page", $"{host}/", 200);
        return Change(hop => hop with { CookiesSent = [$".{app}.session"] }).Skip(9);
    }

    public SampleHops Logout()
    {
        const string Idp = "https://login.example.com";
        Add(PhaseName.Logout, "portal", "logout of the application", "https://portal.example.com/logout", 302, $"{Idp}/v2/logout");
        Add(PhaseName.Logout, "idp", "logout request", $"{Idp}/v2/logout?client_id=portal&returnTo=https://portal.example.com/bye", 302, "https://portal.example.com/bye");
        Change(hop => hop with { CookiesSet = ["auth0"] });
        return Add(PhaseName.Logout, "portal", "landing after logout", "https://portal.example.com/bye", 200);
    }
}
