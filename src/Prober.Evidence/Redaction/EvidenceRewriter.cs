using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Prober.Evidence.Har;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Walks everything a bundle holds and shows every sensitive value to a mask. Collecting and redacting are the same walk with different
/// masks, so neither can know a place that the other does not.
/// </summary>
internal sealed class EvidenceRewriter
{
    private readonly SecretMask _mask;
    private readonly Func<string, string> _finish;
    private readonly TextRewriter _text;
    private readonly IReadOnlySet<string> _keptValues;
    private readonly UrlRewriter _urls;
    private readonly HeaderRewriter _headers;
    private readonly ClaimsRewriter _claims;
    private readonly JsonRewriter _json;
    private readonly BodyRewriter _bodies;

    /// <summary>The mask sees each value whose place tells that it is sensitive; <c>finish</c> gets every text afterwards; kept values are groups that the scenario names itself.</summary>
    public EvidenceRewriter(SecretMask mask, Func<string, string> finish, IReadOnlySet<string> keptValues)
    {
        (_mask, _finish, _text, _keptValues) = (mask, finish, new(mask), keptValues);
        var saml = new SamlRewriter(mask, keptValues);
        _urls = new(mask, _text, saml);
        _headers = new(mask, _text, _urls);
        _claims = new(mask, keptValues);
        _json = new(mask, _text, _urls, _claims);
        _bodies = new(mask, _text, _urls, _json, new(mask, _text, _urls), saml);
    }

    public EvidenceBundle Rewrite(EvidenceBundle bundle) => bundle with
    {
        Run = bundle.Run with { OutcomeDetail = Text(bundle.Run.OutcomeDetail), Replay = Replay(bundle.Run.Replay) },
        Expectations = ExpectationTexts.Map(bundle.Expectations, _finish),
        Traffic = Map(bundle.Traffic, Log),
        Tokens = MapAll(bundle.Tokens, Token),
        Assertions = MapAll(bundle.Assertions, Message),
        Phases = MapAll(bundle.Phases, Phase),
        Tabs = MapAll(bundle.Tabs, Tab),
        Cookies = MapAll(bundle.Cookies, Cookies),
        Storage = MapAll(bundle.Storage, Storage),
        Console = MapAll(bundle.Console, entry => entry with { Text = Text(entry.Text), PageUrl = Url(entry.PageUrl), Source = Url(entry.Source) }),
        Provider = Map(bundle.Provider, provider => provider with { Problems = Texts(provider.Problems), DiscoveryUrl = Url(provider.DiscoveryUrl) }),
        ProviderLog = Map(bundle.ProviderLog, log => log with { Events = [.. log.Events.Select(Event)], Problems = Texts(log.Problems) }),
        Users = Map(bundle.Users, users => users with { Records = [.. users.Records.Select(User)], Problems = Texts(users.Problems) }),
        Configuration = Map(bundle.Configuration, configuration => configuration with { Problems = Texts(configuration.Problems) }),
        ProviderServerLogs = MapAll(bundle.ProviderServerLogs, Lines),
        ApplicationLogs = MapAll(bundle.ApplicationLogs, Lines),
        Alternate = Map(bundle.Alternate, Alternate),
        Received = MapAll(bundle.Received, received => received with { Url = Url(received.Url), Problem = Text(received.Problem) }),
    };

    private ReplayInfo? Replay(ReplayInfo? replay) =>
        replay is null ? null : replay with { Unrecorded = [.. replay.Unrecorded.Select(request => request with { Url = Url(request.Url) })] };

    private ApplicationLog Lines(ApplicationLog log) => log with { Lines = [.. log.Lines.Select(line => line with { Text = Text(line.Text) })] };

    private HarLog Log(HarLog log) => log with { Entries = [.. log.Entries.Select(Entry)] };

    private HarEntry Entry(HarEntry entry) => entry with
    {
        Request = new()
        {
            Method = entry.Request.Method,
            Url = Url(entry.Request.Url),
            Headers = Headers(entry.Request.Headers),
            PostData = entry.Request.PostData is { } data ? data with { Text = Body(data.Text, data.MimeType) } : null,
        },
        Response = entry.Response with
        {
            Headers = Headers(entry.Response.Headers),
            Body = Body(entry.Response.Body, entry.Response.MimeType),
            RedirectUrl = Url(entry.Response.RedirectUrl),
            Failure = Text(entry.Response.Failure),
        },
    };

    private HarHeaders Headers(HarHeaders headers) => new([.. _headers.Rewrite(headers).Select(header => header with { Value = _finish(header.Value) })]);

    private string? Body(string? body, string? mediaType) => body is null ? null : _finish(_bodies.Rewrite(body, mediaType));

    private CapturedToken Token(CapturedToken token) => token with
    {
        Raw = null,
        Fingerprint = token.Raw is { Length: > 0 } raw ? _mask(SecretKind.Token, raw) : token.Fingerprint,
        Location = Url(token.Location),
        Claims = token.Claims is { } claims ? Finish(_claims.Rewrite(claims)) : null,
        DecodeError = Text(token.DecodeError),
        Observed = token.Observed with { SignatureDetail = Text(token.Observed.SignatureDetail) },
    };

    private SamlMessage Message(SamlMessage message) => message with
    {
        SentTo = Url(message.SentTo),
        DecodeError = Text(message.DecodeError),
        Destination = Url(message.Destination),
        Id = Text(message.Id),
        InResponseTo = Text(message.InResponseTo),
        Issuer = Text(message.Issuer),
        Request = message.Request is { } request ? request with { AssertionConsumerServiceUrl = Url(request.AssertionConsumerServiceUrl) } : null,
        Logout = message.Logout is { } logout ? logout with { NameId = Personal(logout.NameId), SessionIndexes = [.. logout.SessionIndexes.Select(Session)] } : null,
        Status = message.Status is { } status ? status with { Message = Text(status.Message) } : null,
        Assertions = [.. message.Assertions.Select(Assertion)],
        Signature = Signature(message.Signature),
    };

    private SamlSignature Signature(SamlSignature signature) => signature with { Raw = null, Detail = Text(signature.Detail) };

    private SamlAssertion Assertion(SamlAssertion assertion) => assertion with
    {
        NameId = Personal(assertion.NameId),
        SessionIndex = assertion.SessionIndex is { } index ? Session(index) : null,
        Issuer = Text(assertion.Issuer),
        Audiences = assertion.Audiences is { } audiences ? Texts(audiences) : null,
        Confirmations = [.. assertion.Confirmations.Select(confirmation => confirmation with { Recipient = Url(confirmation.Recipient), Address = Personal(confirmation.Address) })],
        Signature = Signature(assertion.Signature),
        Attributes = [.. assertion.Attributes.Select(attribute => attribute with { Name = Text(attribute.Name), Values = [.. attribute.Values.Select(Kept)] })],
    };

    private string Session(string index) => _finish(_mask(SecretKind.Session, index));

    private string Kept(string value) => _keptValues.Contains(value) || string.IsNullOrWhiteSpace(value) ? value : Personal(value);

    private PhaseRecord Phase(PhaseRecord phase) => phase with { Detail = Text(phase.Detail), Steps = Texts(phase.Steps) };

    private TabObservation Tab(TabObservation tab) => tab with { Url = Url(tab.Url), Title = Text(tab.Title), Errors = Texts(tab.Errors), Notices = Texts(tab.Notices) };

    private AlternateLogin Alternate(AlternateLogin login) =>
        login with { Door = Url(login.Door), Url = Url(login.Url), Errors = Texts(login.Errors), Detail = Text(login.Detail) };

    private CookieSnapshot Cookies(CookieSnapshot snapshot) => snapshot with { Cookies = [.. snapshot.Cookies.Select(Cookie)] };

    private JarCookie Cookie(JarCookie cookie) => cookie with
    {
        Value = _finish(_mask(SecretKind.Cookie, cookie.Value)),
        // A cookie of one transaction may be bound to that transaction's path, which then repeats its value.
        Path = _finish(cookie.Path),
        Size = cookie.Size > 0 ? cookie.Size : cookie.Name.Length + cookie.Value.Length,
    };

    private StorageSnapshot Storage(StorageSnapshot snapshot) => snapshot with { LocalStorage = Items(snapshot.LocalStorage), SessionStorage = Items(snapshot.SessionStorage) };

    private Dictionary<string, string> Items(IReadOnlyDictionary<string, string> items)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in items)
        {
            // The walk through the value is for the collecting mask: what is inside may turn up elsewhere without its wrapping.
            _ = _bodies.Rewrite(value, null);
            result[_finish(_text.Rewrite(key))] = _mask(SensitiveNames.KindOf(key) ?? SecretKind.Stored, value);
        }

        return result;
    }

    private ProviderLogEvent Event(ProviderLogEvent entry) => entry with
    {
        Description = Text(entry.Description),
        User = Personal(entry.User),
        UserId = Personal(entry.UserId),
        Correlation = Text(entry.Correlation),
        Details = entry.Details is { } details ? Finish(_json.Object(details)) : null,
    };

    private UserRecord User(UserRecord user) => user with { Id = Personal(user.Id), Attributes = Finish(_claims.Rewrite(user.Attributes)) };

    [return: NotNullIfNotNull(nameof(value))]
    private string? Personal(string? value) => value is null ? null : _finish(_mask(SecretKind.Personal, value));

    private JsonObject Finish(JsonObject json) => JsonTexts.Map(json, _finish);

    [return: NotNullIfNotNull(nameof(url))]
    private string? Url(string? url) => url is null ? null : _finish(_urls.Rewrite(url));

    [return: NotNullIfNotNull(nameof(text))]
    private string? Text(string? text) => text is null ? null : _finish(_text.Rewrite(text));

    private IReadOnlyList<string> Texts(IReadOnlyList<string> texts) => [.. texts.Select(text => Text(text))];

    private static Captured<T> Map<T>(Captured<T> part, Func<T, T> map)
        where T : class => part.Value is { } value ? Captured.Of(map(value)) : part;

    private static Captured<IReadOnlyList<T>> MapAll<T>(Captured<IReadOnlyList<T>> part, Func<T, T> map) =>
        Map(part, items => (IReadOnlyList<T>)[.. items.Select(map)]);
}
