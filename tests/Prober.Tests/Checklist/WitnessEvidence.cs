using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist;

/// <summary>Gives evidence the witnesses that stand beside the browser: log, user records, settings, server logs, the application's word.</summary>
internal static class WitnessEvidence
{
    public const string Connection = "Username-Password-Authentication";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The subject under which log and directory know the account.</summary>
    public static string User { get; } = EvidenceStep.Fp("sub");

    /// <summary>A log that was read whole; events of client portal a second after the start unless they say otherwise.</summary>
    public static EvidenceBuilder Log(this EvidenceBuilder builder, params IReadOnlyList<ProviderLogEvent> events) => builder.Log(complete: true, events);

    public static EvidenceBuilder Log(this EvidenceBuilder builder, bool complete, IReadOnlyList<ProviderLogEvent> events) =>
        builder.With(bundle => bundle with
        {
            ProviderLog = Captured.Of(new ProviderLog
            {
                Source = "api",
                From = Start.AddMinutes(-2),
                To = Start.AddMinutes(5),
                IsComplete = complete,
                Problems = complete ? [] : ["page 2 answered 429"],
                Events = events,
            }),
        });

    public static ProviderLogEvent Event(string code, string? description = null, double seconds = 1, string? client = "portal", JsonObject? details = null) => new()
    {
        Id = $"log-{code}",
        At = Start.AddSeconds(seconds),
        Code = code,
        Description = description,
        ClientId = client,
        Connection = Connection,
        User = User,
        Details = details,
    };

    public static EvidenceBuilder Users(this EvidenceBuilder builder, params IReadOnlyList<UserRecord> records) =>
        builder.With(bundle => bundle with { Users = Captured.Of(new UserRecords { Source = "api", ReadAt = Start.AddMinutes(1), Records = records }) });

    /// <summary>A record in good order.</summary>
    public static UserRecord Record(string attributes = """{"email":"jwt_mail","name":"jwt_name","user_metadata":{"department":"IT"}}""") => new()
    {
        Id = User,
        Identities = [new(Connection, "auth0", IsSocial: false)],
        EmailVerified = true,
        LastLogin = Start.AddSeconds(1),
        Logins = 7,
        Attributes = (JsonObject)JsonNode.Parse(attributes)!,
    };

    public static EvidenceBuilder Configuration(this EvidenceBuilder builder, Func<ProviderConfiguration, ProviderConfiguration>? change = null) =>
        builder.With(bundle => bundle with { Configuration = Captured.Of((change ?? (settings => settings))(HealthySettings)) });

    public static EvidenceBuilder Connected(this EvidenceBuilder builder, Func<ConnectionSettings, ConnectionSettings> change) =>
        builder.Configuration(settings => settings with { Connections = [change(settings.Connections[0])] });

    public static EvidenceBuilder ServerLog(this EvidenceBuilder builder, params IReadOnlyList<LogLine> lines) => builder.With(bundle => bundle with
    {
        ProviderServerLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
            [new() { Application = "provider", Source = "server.log", From = Start.AddMinutes(-5), To = Start.AddMinutes(5), Lines = lines }]),
    });

    public static EvidenceBuilder ApplicationLog(this EvidenceBuilder builder, string application, params IReadOnlyList<LogLine> lines) => builder.With(bundle => bundle with
    {
        ApplicationLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
            [new() { Application = application, Source = $"{application}.log", From = Start.AddMinutes(-30), To = Start.AddMinutes(30), Lines = lines }]),
    });

    public static LogLine Line(string text, LogSeverity severity = LogSeverity.Error, double seconds = 1) => new(Start.AddSeconds(seconds), severity, text);

    public static EvidenceBuilder Alternate(this EvidenceBuilder builder, AlternateOutcome outcome, params IReadOnlyList<string> errors) => builder.With(bundle => bundle with
    {
        Alternate = Captured.Of(new AlternateLogin { Door = HealthyFlow.Billing + "/", At = Start.AddSeconds(5), Outcome = outcome, Errors = errors }),
    });

    public static EvidenceBuilder Received(this EvidenceBuilder builder, string application, int status, params IReadOnlyList<string> names) => builder.With(bundle => bundle with
    {
        Received = Captured.Of<IReadOnlyList<ReceivedAttributes>>([.. bundle.Received.Value ?? [],
            new() { Application = application, At = Start.AddSeconds(3), Url = HealthyFlow.Portal + "/me", Status = status, Names = status == 200 ? names : null }]),
    });

    public static EvidenceBuilder Attributes(this EvidenceBuilder builder, params IReadOnlyList<string> names) =>
        builder.Expect(expected => expected with { RequiredAttributes = names.ToDictionary(name => name, _ => (string?)null) });

    public static EvidenceBuilder Claims(this EvidenceBuilder builder, params IReadOnlyList<string> names) =>
        builder.Expect(expected => expected with { RequiredClaims = names.ToDictionary(name => name, _ => (string?)null) });

    /// <summary>All witnesses of a healthy run.</summary>
    public static EvidenceBuilder Witnessed(this EvidenceBuilder builder) => builder
        .Log(Event("s"), Event("seacft", seconds: 1.2), Event("ssa", seconds: 2.5, client: "billing"), Event("seacft", seconds: 2.6, client: "billing"), Event("slo", seconds: 3))
        .Users(Record()).Configuration().Attributes("email", "name", "department")
        .Received("portal", 200, "sub", "email", "name", "department").Received("billing", 200, "sub", "email", "name", "department");

    private static ProviderConfiguration HealthySettings => new()
    {
        Source = "api",
        Clients =
        [
            Client("portal", HealthyFlow.Portal), Client("billing", HealthyFlow.Billing),
        ],
        Connections = [new() { Name = Connection, Id = "con_1", Strategy = "auth0", Enabled = true }],
        Session = new(TimeSpan.FromDays(3), TimeSpan.FromDays(7), Persistent: true),
        AllowedLogoutUrls = [],
        Pipeline = [new("Add claims", "action", Enabled: true)],
        CustomLoginTemplate = false,
    };

    private static ClientSettings Client(string id, string url) => new()
    {
        ClientId = id,
        Name = id,
        CallbackUrls = [url + "/signin-oidc"],
        AllowedLogoutUrls = [url + "/signed-out"],
        Connections = [Connection],
        GrantTypes = ["authorization_code"],
        CustomLoginPage = false,
        Enabled = true,
    };
}
