using System.Text.RegularExpressions;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Pages;

/// <summary>
/// Finds the controls of a login page in its HTML, in the words of <see cref="Evidence.Session.TabObservation.Controls"/>. A page
/// whose form is drawn by a script has none here.
/// </summary>
internal static partial class LoginControls
{
    public static IReadOnlyList<string> Of(HarResponse response)
    {
        if (response.Body is not { Length: > 0 } html || response.Status is >= 300 and < 400) return [];
        var found = new List<string>(InputTag().Matches(html).Select(match => KindOf(match.Value) is var kind && kind == "identifier" && AsksForProse(html, match.Index) ? null : kind).OfType<string>());
        var patterns = PatternTable.Default;
        if (patterns.ProviderButtons.Matches(html)) found.Add("provider-button");
        if (patterns.Challenges.Any(pattern => pattern.Matches(html))) found.Add("captcha");
        return [.. found.Distinct()];
    }

    /// <summary>True for controls that let a person prove who they are.</summary>
    public static bool AreLogin(IReadOnlyList<string> controls) =>
        controls.Any(control => control is "password" or "identifier" or "one-time-code" or "provider-button" or "account-tile");

    private static string? KindOf(string tag)
    {
        var type = Attribute(tag, "type") ?? "text";
        var name = Attribute(tag, "name") ?? Attribute(tag, "id") ?? "";
        var autocomplete = Attribute(tag, "autocomplete") ?? "";
        if (type is "hidden" or "submit" or "checkbox" or "radio" || Hidden().IsMatch(tag)) return null;
        if (autocomplete == "one-time-code") return "one-time-code";
        if (type == "password") return autocomplete == "new-password" ? null : "password";
        return autocomplete.Contains("username", StringComparison.Ordinal) || PatternTable.Default.IdentifierFields.Matches(name)
            ? "identifier" : null;
    }

    /// <summary>A form with a text area and no password, such as an error page's report to its operator, asks nobody to log in.</summary>
    private static bool AsksForProse(string html, int input)
    {
        var start = html.LastIndexOf("<form", input, StringComparison.OrdinalIgnoreCase);
        var end = html.IndexOf("</form", input, StringComparison.OrdinalIgnoreCase);
        var form = start < 0 ? "" : html[start..(end < 0 ? html.Length : end)];
        return form.Contains("<textarea", StringComparison.OrdinalIgnoreCase) && InputTag().Matches(form).All(match => KindOf(match.Value) != "password");
    }

    private static string? Attribute(string tag, string name) =>
        AttributeValue().Matches(tag).FirstOrDefault(match =>
            match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match
            ? match.Groups["value"].Value.Trim('"', '\'').ToLowerInvariant()
            : null;

    [GeneratedRegex("<input\\b[^>]{0,2000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InputTag();

    [GeneratedRegex("(?<name>[a-z-]+)\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*'|[^\\s>]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttributeValue();

    [GeneratedRegex("\\s(hidden|readonly|aria-hidden=\"?true\"?)[\\s/>]|display:\\s*none", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hidden();
}
