using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Provider;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence;

/// <summary>A bundle with something in every member, so that a round trip that loses one is seen.</summary>
internal static class RichBundle
{
    private static readonly DateTimeOffset At = TestHar.Start.AddTicks(1234567);

    private static SamlSignature Signature => new() { Verdict = SamlSignatureVerdict.Valid, Detail = "d", Algorithm = "rsa-sha256", DigestAlgorithm = "sha256", Thumbprint = "AB", CertificateEnds = At, CertificateBegins = At };

    public static EvidenceBundle Create() => new()
    {
        Run = new()
        {
            Id = "20260312T101502Z-portal-3fa9",
            Scenario = "portal",
            StartedAt = At,
            Duration = TimeSpan.FromTicks(123456789),
            Source = EvidenceSource.Live,
            Browser = "chromium-headless-shell 156",
            Version = "0.1.0",
            Outcome = RunOutcome.TimedOut,
            OutcomeDetail = "the run's budget ended",
            Replay = new() { Recording = "customer.har", RecordedAt = At, Entries = 30, Used = 20, Unrecorded = [new("GET", "https://billing.example/", At, "document")] },
        },
        Expectations = new()
        {
            Provider = new()
            {
                Kind = "auth0",
                Issuer = "https://idp.example/",
                Hosts = ["login.example"],
                UpstreamHosts = ["up.example"],
                UpstreamKind = "oidc",
                UpstreamIssuer = "https://up.example/",
                UpstreamCallbackUrl = "https://idp.example/login/callback",
            },
            Applications =
            [
                new()
                {
                    Name = "portal", Url = "https://portal.example/", ProtectedUrl = "https://portal.example/p", CallbackUrls = ["https://portal.example/cb"], ClientId = "portal-client", EntityId = "urn:sp", ProviderStarted = true,
                    Confidential = false, PostLogoutUrl = "https://portal.example/bye", RequiredClaims = new Dictionary<string, string?> { ["email"] = ".+", ["name"] = null },
                },
            ],
            Connection = "db",
            Prompt = ExpectedPrompt.Any,
            Error = new("access_denied", "credentials-no-error-shown"),
            Mfa = true,
            Consent = false,
            RequiredClaims = new Dictionary<string, string?> { ["sub"] = null },
            RequiredAttributes = new Dictionary<string, string?> { ["email"] = ".+@.+" },
            Groups = ["admins"],
            Amr = ["mfa"],
            Acr = "2",
            MaxAge = TimeSpan.FromHours(1),
            FederatedLogout = true,
            ProviderLogout = false,
            SingleSignOn = false,
            SecondTabPrompt = true,
            Assumptions = [new("product", "auth0", "its host is login.example.com")],
            MaxStep = TimeSpan.FromMilliseconds(1500.5),
            SessionIdle = TimeSpan.FromDays(3),
            SessionAbsolute = TimeSpan.FromDays(7),
            Skew = TimeSpan.FromSeconds(5),
            Journey = [PhaseName.Login, PhaseName.SecondTab, PhaseName.SignedOut],
        },
        Traffic = Captured.Of(TestHar.Log(
            TestHar.Entry("https://idp.example/authorize?state=x", 302, location: "/login#f", response: [new("set-cookie", "a=b; Path=/")]),
            TestHar.Entry("https://idp.example/login", body: "<p>\"ü\u2028\"</p>", form: "a=b")) with
        { Report = new() { MissingAttachments = 2 } }),
        Tokens = Captured.Of<IReadOnlyList<CapturedToken>>(
        [
            new()
            {
                Kind = TokenKind.UserInfo, Place = TokenPlace.UserInfoResponse, Entry = 1, Location = "https://idp.example/userinfo", SeenAt = At, Fingerprint = "fp_0123456789ab_5",
                Header = new JsonObject { ["alg"] = "RS256" }, Claims = (JsonObject)JsonNode.Parse("""{"a":[1,2.50,null,true,"x"],"b":{}}""")!, DecodeError = "no", Length = 5, DuplicateKeys = ["claims.a"],
                Observed = new()
                {
                    Signature = SignatureVerdict.ValidByTrial, SignatureDetail = "no kid", AccessTokenHashMatches = true, CodeHashMatches = false, StateHashMatches = true,
                    ClaimMatches = new Dictionary<string, bool> { ["email"] = true },
                },
            },
        ]),
        Pkce = [new() { AuthorizationEntry = 0, TokenEntry = 1, Method = "S256", Matches = true }],
        Phases = Captured.Of<IReadOnlyList<PhaseRecord>>(
        [
            new()
            {
                Name = PhaseName.SecondTab, Application = "portal", StartedAt = At, Duration = TimeSpan.FromTicks(7), Outcome = PhaseOutcome.NotReached, Detail = "d",
                Screenshot = "screens/01-login.png", Steps = ["opened it"],
            },
        ]),
        Tabs = Captured.Of<IReadOnlyList<TabObservation>>(
        [
            new()
            {
                Phase = PhaseName.Sso, Look = TabLook.ProviderSessionOnly, Application = "portal", State = TabState.SignedIn, At = At, AfterMs = 0.1, Url = "https://portal.example/", Title = "t",
                SignedInMarker = true, SignedOutMarker = false, ApplicationSession = true, Controls = ["password"], Errors = ["e"], Notices = ["n"], VisibleTextLength = 9,
                DocumentStatus = 200, PromptedOnTheWay = true,
            },
        ]),
        Cookies = Captured.Of<IReadOnlyList<CookieSnapshot>>(
        [
            new("signed-in", At, [new() { Name = "a", Domain = ".x", Path = "/", Value = "fp_0123456789ab_5", Size = 6, Secure = true, HttpOnly = true, SameSite = "Lax", Expires = At }]),
        ]),
        Storage = Captured.Of<IReadOnlyList<StorageSnapshot>>([new("m", At, "https://x", new Dictionary<string, string> { ["k"] = "fp_0123456789ab_5" }, new Dictionary<string, string>())]),
        Console = Captured.Of<IReadOnlyList<ConsoleEntry>>([new() { Kind = ConsoleKind.PageError, At = At, Text = "t", PageUrl = "u", Source = "s:1", Phase = PhaseName.Logout }]),
        Provider = Captured.Of(new ProviderMetadata
        {
            FetchedAt = At,
            DiscoveryUrl = "https://idp.example/.well-known/openid-configuration",
            Discovery = new JsonObject { ["issuer"] = "x" },
            Keys = new JsonObject { ["keys"] = new JsonArray() },
            KeysCacheControl = "max-age=5",
            UpstreamSaml = new() { EntityId = "urn:up", ValidUntil = At, SigningCertificates = ["MII"], CertificateExpiry = new Dictionary<string, DateTimeOffset> { ["AB"] = At }, SingleSignOn = [new("HTTP-POST", "https://up.example/sso")], SingleLogout = [new("HTTP-POST", "https://up.example/slo")] },
            Saml = new() { EntityId = "urn:idp", ValidUntil = At, SigningCertificates = ["MII"], CertificateExpiry = new Dictionary<string, DateTimeOffset> { ["AB"] = At }, SingleSignOn = [new("HTTP-POST", "https://idp.example/sso")], SingleLogout = [new("HTTP-POST", "https://idp.example/slo")] },
            CertificateExpiry = new Dictionary<string, DateTimeOffset> { ["idp.example"] = At },
            Problems = ["p"],
        }),
        Assertions = Captured.Of<IReadOnlyList<SamlMessage>>(
        [
            new()
            {
                Kind = SamlMessageKind.Response, Binding = SamlBinding.Post, Entry = 3, At = At, SentTo = "https://portal.example/acs", DecodeError = "d", HasStrayWhiteSpace = true, Id = "_r", Version = "2.0",
                IssueInstant = At, Destination = "https://portal.example/acs", InResponseTo = "_q", Issuer = "urn:idp", Status = new("Success", "s", "m"),
                Logout = new() { NameId = "n", NameIdFormat = "f", SessionIndexes = ["_s"] },
                Request = new() { AssertionConsumerServiceUrl = "https://portal.example/acs", ProtocolBinding = "HTTP-POST", ForceAuthn = true, IsPassive = true, NameIdFormat = "f", RequestedContexts = ["c"] },
                Assertions =
                [
                    new()
                    {
                        Id = "_a", Version = "2.0", Issuer = "urn:idp", IssueInstant = At, NameId = "n", NameIdFormat = "f", NameIdIsEmail = true, NotBefore = At, NotOnOrAfter = At, Audiences = ["urn:sp"], OneTimeUse = true,
                        Confirmations = [new() { Method = "bearer", Recipient = "r", NotBefore = At, NotOnOrAfter = At, InResponseTo = "_q", Address = "203.0.113.7" }], AuthnInstant = At, SessionNotOnOrAfter = At, SessionIndex = "_s", AuthnContext = "p",
                        Attributes = [new("email", "mail", "basic", ["v"])], AttributeMatches = new Dictionary<string, bool> { ["email"] = true }, WasEncrypted = true, Signature = Signature,
                    },
                ],
                EncryptedWith = ["aes256-gcm"], DuplicateIds = ["_a"], Signature = Signature,
            },
        ]),
        ProviderLog = Captured.Of(new ProviderLog
        {
            Source = "api",
            From = At,
            To = At.AddSeconds(5),
            Waited = TimeSpan.FromSeconds(2),
            IsComplete = true,
            Problems = ["p"],
            Events = [new() { Id = "1", At = At, Code = "fp", Outcome = "o", Description = "Failed login", ClientId = "c", Connection = "db", User = "u", UserId = "auth0|1", Correlation = "x", Details = new JsonObject { ["ip"] = "1.2.3.4" } }],
        }),
        Users = Captured.Of(new UserRecords
        {
            Source = "users.json",
            ReadAt = At,
            Records =
            [
                new()
                {
                    Id = "auth0|1", Identities = [new("db", "auth0", false)], EmailVerified = true, Blocked = false, Status = "ACTIVE", RequiredActions = ["UPDATE_PASSWORD"], CreatedAt = At, LastLogin = At,
                    LastPasswordReset = At, Logins = 3, Attributes = new JsonObject { ["email"] = "m" }, AttributeMatches = new Dictionary<string, bool> { ["email"] = true },
                },
            ],
            Problems = ["p"],
        }),
        Configuration = Captured.Of(new ProviderConfiguration
        {
            Source = "api",
            Clients = [new() { ClientId = "c", Name = "Portal", CallbackUrls = ["https://portal.example/cb"], AllowedLogoutUrls = ["https://portal.example/out"], WebOrigins = ["https://portal.example"], GrantTypes = ["authorization_code"], Connections = ["db"], CustomLoginPage = false, Enabled = true, AccountAssigned = true }],
            Connections = [new() { Id = "con_1", Name = "db", Strategy = "auth0", Enabled = true, CustomDatabase = false, ImportMode = false, SignUpDisabled = true, DeveloperKeys = false, Online = true, Scopes = ["email"], PasswordLifetimeDays = 90 }],
            Organizations = [new("org_1", "acme", ["db"])],
            Session = new(TimeSpan.FromDays(3), TimeSpan.FromDays(7), true),
            AllowedLogoutUrls = ["https://portal.example/out"],
            Pipeline = [new("deny", "action", true)],
            CustomLoginTemplate = false,
            Problems = ["p"],
        }),
        ProviderServerLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
        [
            new() { Application = "idp", Source = "idp.log", From = At, To = At.AddSeconds(1), Lines = [new(At, LogSeverity.Warning, "slow")] },
        ]),
        Alternate = Captured.Of(new AlternateLogin
        {
            Door = "https://crm.example.com/",
            At = At,
            Duration = TimeSpan.FromSeconds(2),
            Outcome = AlternateOutcome.Refused,
            Url = "https://login.example.com/u/login",
            Errors = ["Wrong email or password"],
            Detail = "the login form came back",
        }),
        Received = Captured.Of<IReadOnlyList<ReceivedAttributes>>(
            [new() { Application = "portal", At = At, Url = "https://portal.example.com/me", Status = 200, Names = ["sub", "email"], Problem = "none" }]),
        ApplicationLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
        [
            new() { Application = "portal", Source = "app.log", From = At, To = At.AddSeconds(1), Lines = [new(At, LogSeverity.Error, "boom")] },
        ]),
        Screens = new Dictionary<string, ReadOnlyMemory<byte>> { ["screens/01-login.png"] = new byte[] { 1, 2, 3 } },
    };
}
