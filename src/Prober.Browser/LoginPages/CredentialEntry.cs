using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;

namespace Prober.Browser.LoginPages;

/// <summary>Types into a login form and sends it, as a person would: fill, then the button, or Enter where there is none.</summary>
internal sealed class CredentialEntry(IFrame frame, TimeSpan action)
{
    private readonly float _timeout = (float)action.TotalMilliseconds;

    public Task FillAsync(PageField field, string value, CancellationToken cancellationToken) =>
        At(field.Selector).FillAsync(value, new() { Timeout = _timeout }).BoundedBy(cancellationToken);

    /// <summary>Sends the form.</summary>
    /// <returns>How, in words.</returns>
    public async Task<string> SubmitAsync(LoginForm form, CancellationToken cancellationToken)
    {
        if (form.Submit is { } button)
        {
            await At(button.Selector).ClickAsync(new() { Timeout = _timeout }).BoundedBy(cancellationToken);
            return button.Text.Length > 0 ? $"pressed \"{button.Text}\"" : "pressed the form's button";
        }

        var field = form.Password ?? form.OneTimeCode ?? form.Identifier ?? throw new InvalidOperationException("a form without a field cannot be sent");
        await At(field.Selector).PressAsync("Enter", new() { Timeout = _timeout }).BoundedBy(cancellationToken);
        return "pressed Enter";
    }

    private ILocator At(string selector) => frame.Locator(selector).First;
}
