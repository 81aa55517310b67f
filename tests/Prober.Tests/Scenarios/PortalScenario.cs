using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

/// <summary>A healthy scenario, as design and README show it, and what is said when one thing in it is wrong.</summary>
internal static class PortalScenario
{
    public const string Password = "correct horse battery";

    public const string Text = """
        name: portal
        provider: { kind: auth0, issuer: "https://login.example.com/" }
        account:
          username: ${USER}
          password: ${PASSWORD}
        applications:
          portal:
            url: https://portal.example.com/
            signedIn: { text: Welcome }
            logout: { link: Log out }
          billing: { url: "https://billing.example.com/", signedIn: { text: Invoices } }
        journey:
          - login: portal
          - secondTab: portal
          - sso: billing
          - logout: portal
          - signedOut: [portal, billing]
        expect: { claims: [email] }
        schedule: { every: 5m, jitter: 30s }

        """;

    public static ScenarioVariables Variables { get; } = ScenarioVariables.Of(new Dictionary<string, string>
    {
        ["USER"] = "ada@example.com",
        ["PASSWORD"] = Password,
        ["SHORT"] = "abc",
        ["EMPTY"] = "",
    });

    public static Scenario With(string good, string other) => ScenarioLoader.Parse(Change(good, other), "portal.yaml", Variables);

    public static string Mistake(string good, string bad) => MistakeIn(Change(good, bad));

    public static string MistakeIn(string text)
    {
        try
        {
            ScenarioLoader.Parse(text, "portal.yaml", Variables);
            return "no mistake was found";
        }
        catch (ScenarioFileException mistake)
        {
            return mistake.Message;
        }
    }

    private static string Change(string good, string other)
    {
        var at = Text.IndexOf(good, StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException($"not in the scenario: {good}") : Text[..at] + other + Text[(at + good.Length)..];
    }
}
