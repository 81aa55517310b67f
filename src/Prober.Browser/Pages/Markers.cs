using Microsoft.Playwright;
using Prober.Scenarios;

namespace Prober.Browser.Pages;

/// <summary>A scenario's marker in both tongues: as a look reads it, and as Playwright acts on it.</summary>
internal static class Markers
{
    public const string SignedIn = "signedIn";
    public const string SignedOut = "signedOut";
    public const string Login = "login";
    public const string Logout = "logout";
    public const string Upstream = "upstream";
    public const string By = "by";

    public static LookMarker ForLook(Marker marker) => marker switch
    {
        { Text: { } text } => new("text", text),
        { Link: { } link } => new("link", link),
        { Button: { } button } => new("button", button),
        { Label: { } label } => new("label", label),
        { TestId: { } id } => new("testId", id),
        { Role: { } role } => new("role", role, marker.Name ?? "", CssOf(role)),
        _ => new("selector", marker.Selector ?? "html"),
    };

    public static ILocator On(IPage page, Marker marker) => marker switch
    {
        { Text: { } text } => page.GetByText(text),
        { Link: { } link } => page.GetByRole(AriaRole.Link, new() { Name = link }),
        { Button: { } button } => page.GetByRole(AriaRole.Button, new() { Name = button }),
        { Label: { } label } => page.GetByLabel(label),
        { TestId: { } id } => page.GetByTestId(id),
        { Role: { } role } when Enum.TryParse<AriaRole>(role, ignoreCase: true, out var aria) => page.GetByRole(aria, new() { Name = marker.Name }),
        { Role: { } role } => page.Locator(CssOf(role)),
        _ => page.Locator(marker.Selector ?? "html"),
    };

    /// <summary>The marker in words, for steps and messages.</summary>
    public static string Describe(Marker marker) => marker switch
    {
        { Text: { } text } => $"text \"{text}\"",
        { Link: { } link } => $"link \"{link}\"",
        { Button: { } button } => $"button \"{button}\"",
        { Label: { } label } => $"field \"{label}\"",
        { TestId: { } id } => $"test id \"{id}\"",
        { Role: { } role } => $"{role} \"{marker.Name}\"",
        _ => $"selector \"{marker.Selector}\"",
    };

    /// <summary>Elements that carry a role, also without saying so.</summary>
    private static string CssOf(string role) => role.ToLowerInvariant() switch
    {
        "heading" => "h1,h2,h3,h4,h5,h6,[role=heading]",
        "link" => "a[href],[role=link]",
        "button" => "button,input[type=submit],input[type=button],summary,[role=button]",
        "textbox" => "input:not([type]),input[type=text],input[type=email],textarea,[role=textbox]",
        "img" => "img,svg,[role=img]",
        "navigation" => "nav,[role=navigation]",
        "main" => "main,[role=main]",
        "banner" => "header,[role=banner]",
        "list" => "ul,ol,[role=list]",
        "listitem" => "li,[role=listitem]",
        "table" => "table,[role=table]",
        "status" => "output,[role=status]",
        var other => $"[role=\"{other}\"]",
    };
}
