using Prober.Browser.Pages;
using Prober.Scenarios;

namespace Prober.Tests.Browser;

/// <summary>Looks and scenarios for tests, each stating only what matters to it.</summary>
internal static class Looks
{
    public const string Provider = "https://login.example.com";
    public const string Application = "https://portal.example.com";

    public static PageField Text(string name, int form = 0) => new() { Type = "text", Name = name, Selector = $"#{name}", Form = form, Enabled = true };

    public static PageField Password(string name = "password", int form = 0) => Text(name, form) with { Type = "password" };

    public static PageControl Button(string text, int form = 0, bool submit = true) =>
        new() { Text = text, Selector = $"button[{text}]", Form = form, Enabled = true, Submit = submit };

    public static PageControl Link(string text) => Button(text, -1, submit: false) with { Link = true };

    public static PageLook Page(string url, string text, params object[] contents) => new()
    {
        Url = url,
        Ready = "complete",
        Status = 200,
        Document = 1,
        Text = text,
        TextLength = text.Length,
        Fields = [.. contents.OfType<PageField>()],
        Controls = [.. contents.OfType<PageControl>()],
    };

    public static Scenario Scenario(ApplicationSettings? application = null) => new()
    {
        Name = "portal",
        Provider = new ProviderSettings { Issuer = Provider + "/", Kind = "auth0" },
        Account = new Account { Username = new Secret("alice@example.com"), Password = new Secret("correct-horse-battery") },
        Applications = new Dictionary<string, ApplicationSettings> { ["portal"] = application ?? Settings },
        Journey = [new LoginPhase("portal")],
    };

    public static ApplicationSettings Settings { get; } = new() { Url = new Uri(Application + "/"), SignedIn = new Marker { Text = "Welcome" } };
}
