using System.Text.RegularExpressions;
using Prober.Browser.Pages;

namespace Prober.Browser.LoginPages;

/// <summary>Finds the login form on a page: by what is known of the provider first, by recognition second.</summary>
internal static class LoginFormFinder
{
    private static readonly HashSet<string> TextTypes = ["text", "email", "tel", "url", "number", "search", ""];

    public static LoginForm Find(PageLook look, ProviderPage provider)
    {
        var usable = look.Fields.Where(field => field.Enabled && !field.Covered).ToList();
        var password = Known(usable.Where(field => field.Type == "password"), provider.Password) ?? usable.Find(field => field.Type == "password");
        var code = password is null ? OneTimeCode(usable, provider) : null;
        var identifier = code is null ? Identifier(usable, password, provider) : null;
        if (password is null && identifier is not null && AsksForSomethingElse(look, identifier)) identifier = null;
        var buttons = look.Controls.Where(control => control.Enabled && PageSignals.ProviderButton.IsMatch(control.Text)).ToList();
        return new LoginForm(identifier, password, code, Submit(look, password ?? identifier ?? code, provider), buttons);
    }

    private static PageField? Identifier(List<PageField> fields, PageField? password, ProviderPage provider)
    {
        var candidates = fields.Where(field => TextTypes.Contains(field.Type) && !Says(field, PageSignals.NotIdentifier)).ToList();
        if (password is not null) candidates = [.. candidates.Where(field => field.Form == password.Form)];
        return Known(candidates, provider.Identifier)
            ?? candidates.Find(field => field.Autocomplete is "username" or "email" || field.Autocomplete.StartsWith("username", StringComparison.Ordinal))
            ?? candidates.Find(field => Says(field, PageSignals.Identifier))
            ?? candidates.Find(field => field.Type == "email")
            ?? (password is not null && candidates.Count == 1 ? candidates[0] : null);
    }

    /// <summary>A form whose every button does something else than log in, such as an error page's "Send report", asks for no name.</summary>
    private static bool AsksForSomethingElse(PageLook look, PageField field)
    {
        var buttons = look.Controls.Where(control => field.Form >= 0 && control.Form == field.Form && !control.Link).ToList();
        return buttons.Count > 0 && buttons.TrueForAll(button => PageSignals.NotSubmit.IsMatch(button.Text));
    }

    private static PageField? OneTimeCode(List<PageField> fields, ProviderPage provider)
    {
        var candidates = fields.Where(field => TextTypes.Contains(field.Type)).ToList();
        return candidates.Find(field => field.Autocomplete == "one-time-code")
            ?? candidates.Find(field => Says(field, PageSignals.OneTimeCode))
            ?? Known(candidates, provider.OneTimeCode);
    }

    /// <summary>The button that sends the field's form; null where only Enter can.</summary>
    private static PageControl? Submit(PageLook look, PageField? field, ProviderPage provider)
    {
        if (field is null) return null;
        var near = look.Controls.Where(control => control.Form == field.Form && !PageSignals.NotSubmit.IsMatch(control.Text)).ToList();
        var buttons = near.FindAll(control => !control.Link);
        return provider.Submit.Select(known => buttons.Find(button => button.Id == known || button.Name == known)).FirstOrDefault(found => found is not null)
            ?? buttons.Find(button => button.Submit && PageSignals.Submit.IsMatch(button.Text))
            ?? buttons.Find(button => PageSignals.Submit.IsMatch(button.Text))
            ?? (field.Form >= 0 ? buttons.Find(button => button.Submit) : null)
            ?? (field.Form < 0 ? near.Find(control => PageSignals.Submit.IsMatch(control.Text)) : null);
    }

    private static PageField? Known(IEnumerable<PageField> fields, IReadOnlyList<string> names)
    {
        var list = fields.ToList();
        return names.Select(name => list.Find(field => field.Name == name || field.Id == name)).FirstOrDefault(field => field is not null);
    }

    private static bool Says(PageField field, Regex words) =>
        words.IsMatch(field.Name) || words.IsMatch(field.Id) || words.IsMatch(field.Label) || words.IsMatch(field.Placeholder);
}
