using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>One application: <c>portal: { url: "https://…", signedIn: { text: Welcome } }</c>.</summary>
internal sealed class ApplicationShape : ObjectShape<ApplicationSettings>
{
    private readonly Key<Uri> _url, _protected, _postLogout;
    private readonly Key<Marker> _signedIn, _signedOut, _login, _logout;
    private readonly Key<IReadOnlyList<string>> _callbacks;
    private readonly Key<string> _clientId, _me;
    private readonly Key<LogSource> _log;
    private readonly Key<bool> _confidential;
    private readonly Key<IReadOnlyDictionary<string, string?>> _claims;
    private readonly Key<SamlApplicationSettings> _saml;

    public ApplicationShape() : base("an application's keys, at least url and signedIn")
    {
        _url = Required("url", Common.Url, "The page where a person starts.");
        _protected = Optional("protected", Common.Url, "A page that needs a session; the start page when absent.");
        _signedIn = Required("signedIn", MarkerShape.Instance, "What only somebody signed in can see, such as { text: Welcome }.");
        _signedOut = Optional("signedOut", MarkerShape.Instance, "What only somebody not signed in can see.");
        _login = Optional("login", MarkerShape.Instance, "What to click to log in, when the start page does not go to the provider by itself.");
        _logout = Optional("logout", MarkerShape.Instance, "What to click to log out.");
        _postLogout = Optional("postLogout", Common.Url, "The page where logout should land.");
        _callbacks = Optional(
            "callbacks", new ListShape<string>(Common.Address, "redirect URIs"), "Registered redirect URIs, exact, as far as known.");
        _clientId = Optional("clientId", Common.Text, "The client identifier at the provider.");
        _saml = Optional("saml", new SamlApplicationShape(), "What only an application that speaks SAML or WS-Federation has.");
        _confidential = Optional("confidential", Common.Flag, "True for a confidential client, whose code exchange the browser cannot see.");
        _claims = Optional("claims", ClaimsShape.Instance, "Claims this application needs beside those of all.");
        _me = Optional(
            "me", new PatternedTextShape("a path that begins with /, or an address", "^(/|https?://[^/])"),
            "Path or address at which the application says as JSON whom it sees, such as /me.");
        _log = Optional("log", new LogSourceShape(), "The application's own log, read after the run.");
    }

    protected override string DefinitionName => "application";

    protected override ApplicationSettings Build(ObjectValues values, ReadContext context) => new()
    {
        Url = values.Get(_url),
        ProtectedUrl = values.Get(_protected),
        SignedIn = values.Get(_signedIn),
        SignedOut = values.Get(_signedOut),
        LoginControl = values.Get(_login),
        Logout = values.Get(_logout),
        PostLogoutUrl = values.Get(_postLogout),
        CallbackUrls = values.Get(_callbacks) ?? [],
        Me = values.Get(_me) is { } me ? new Uri(values.Get(_url), me) : null,
        ClientId = values.Get(_clientId),
        Saml = values.Get(_saml),
        Confidential = values.Maybe(_confidential),
        Claims = values.Get(_claims) ?? new Dictionary<string, string?>(),
        Log = values.Get(_log),
    };
}
