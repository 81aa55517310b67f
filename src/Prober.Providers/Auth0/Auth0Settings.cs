using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>A tenant's settings, piece by piece.</summary>
internal static class Auth0Settings
{
    public static ClientSettings Client(JsonObject json) => new()
    {
        ClientId = json.RequiredText("client_id", "an Auth0 client"),
        Name = json.Text("name"),
        CallbackUrls = json.Texts("callbacks"),
        AllowedLogoutUrls = json.Texts("allowed_logout_urls"),
        WebOrigins = json.Texts("web_origins"),
        GrantTypes = json.Texts("grant_types"),
        CustomLoginPage = json.Flag("custom_login_page_on"),
    };

    public static ConnectionSettings Connection(JsonObject json)
    {
        var options = json.Object("options");
        return new()
        {
            Id = json.Text("id"),
            Name = json.RequiredText("name", "an Auth0 connection"),
            Strategy = json.Text("strategy"),
            CustomDatabase = options?.Flag("enabledDatabaseCustomization"),
            ImportMode = options?.Flag("import_mode"),
            SignUpDisabled = options?.Flag("disable_signup") ?? options?.Flag("disable_sign_up"),
            DeveloperKeys = UsesDeveloperKeys(json, options),
            Scopes = Scopes(options),
        };
    }

    /// <summary>Hours, or minutes where the tenant says it more finely.</summary>
    public static SessionLimits Session(JsonObject json) => new(
        Time(json, "idle_session_lifetime"),
        Time(json, "session_lifetime"),
        json.Object("session_cookie")?.Text("mode") is { } mode ? mode == "persistent" : null);

    public static PipelineStep Binding(JsonObject json) =>
        new(json.Text("display_name") ?? json.Object("action")?.Text("name") ?? "an action", "action", Enabled: true);

    public static PipelineStep Rule(JsonObject json) => new(json.Text("name") ?? "a rule", "rule", json.Flag("enabled") ?? true);

    private static TimeSpan? Time(JsonObject json, string name) =>
        json.Number($"{name}_in_minutes") is { } minutes ? TimeSpan.FromMinutes(minutes)
        : json.Number(name) is { } hours ? TimeSpan.FromHours(hours)
        : null;

    // A social connection without a client of the tenant's own runs on Auth0's.
    private static bool? UsesDeveloperKeys(JsonObject json, JsonObject? options) =>
        options is null || json.Text("strategy") is not { } strategy || !SocialStrategies.Contains(strategy) ? null : string.IsNullOrEmpty(options.Text("client_id"));

    private static readonly HashSet<string> SocialStrategies = new(StringComparer.Ordinal)
    {
        "google-oauth2", "facebook", "github", "linkedin", "twitter", "windowslive", "apple", "amazon", "paypal", "bitbucket", "dropbox", "salesforce", "yahoo", "slack",
    };

    private static readonly string[] ProfileFlags = ["email", "profile"];

    // Social connections keep each scope as a flag of its own beside a list; enterprise ones one text.
    private static IReadOnlyList<string>? Scopes(JsonObject? options) => options switch
    {
        null => null,
        _ when options.Texts("scope") is { } list => list,
        _ when options.Text("scope") is { } text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        _ when (options.Flag("email") ?? options.Flag("profile")) is not null => [.. ProfileFlags.Where(name => options.Flag(name) == true)],
        _ => null,
    };
}
