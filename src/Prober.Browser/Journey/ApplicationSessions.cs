using System.Text.RegularExpressions;
using Prober.Browser.Pages;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// Tells whether an application holds a session of its own: a cookie on its host that came with the login, or a token in
/// its web storage. An application that keeps tokens in memory has neither.
/// </summary>
internal sealed partial class ApplicationSessions
{
    private readonly Dictionary<string, IReadOnlySet<(string Name, string Value)>> _cookies = [];

    /// <summary>After a login: which cookies are the session's. Those of the transaction itself were there before the credentials.</summary>
    public bool Establish(string application, Uri url, CookieSnapshot? before, CookieSnapshot after, PageLook look)
    {
        var earlier = before?.Cookies.Select(cookie => (cookie.Name, cookie.Value)).ToHashSet() ?? [];
        var own = Of(after, url).Where(cookie => !earlier.Contains(cookie) && !Transient().IsMatch(cookie.Name)).ToHashSet();
        // A server that keeps its session id over the login sets no new cookie.
        if (own.Count == 0) own = Of(after, url).Where(cookie => !Transient().IsMatch(cookie.Name)).ToHashSet();
        _cookies[application] = own;
        return own.Count > 0 || HasToken(look);
    }

    /// <summary>
    /// Later: a token in storage, or the session's cookie in the jar. Where somebody is signed in, a new one of that name is a session
    /// as well; elsewhere only the very same one, as many servers give everybody a cookie of that name.
    /// </summary>
    public bool Stands(string application, Uri url, CookieSnapshot now, PageReading reading)
    {
        if (HasToken(reading.Look)) return true;
        if (!_cookies.TryGetValue(application, out var known)) return false;
        var names = known.Select(cookie => cookie.Name).ToHashSet();
        return Of(now, url).Any(cookie => reading.State == TabState.SignedIn ? names.Contains(cookie.Name) : known.Contains(cookie));
    }

    public static bool Matches(string domain, string host) =>
        domain.StartsWith('.')
            ? host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) || host.Equals(domain[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(domain, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, string Value)> Of(CookieSnapshot jar, Uri url) =>
        jar.Cookies.Where(cookie => Matches(cookie.Domain, url.Host) && cookie.Value.Length > 0).Select(cookie => (cookie.Name, cookie.Value));

    private static bool HasToken(PageLook look) =>
        (look.Local?.Values ?? []).Concat(look.Session?.Values ?? []).Any(value => Token().IsMatch(value));

    /// <summary>Cookies of a login under way, as the common frameworks name them.</summary>
    [GeneratedRegex("correlation|nonce|state|pkce|csrf|xsrf|antiforgery|verifier|txn|transaction|login_?attempt", RegexOptions.IgnoreCase)]
    private static partial Regex Transient();

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.|""?(access_token|id_token|accessToken|idToken|refresh_token)""?", RegexOptions.None)]
    private static partial Regex Token();
}
