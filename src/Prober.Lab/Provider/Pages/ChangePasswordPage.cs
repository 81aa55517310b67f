using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The page a person with an expired password has to pass.</summary>
internal static class ChangePasswordPage
{
    public static string Render(string state, string? error) => ProviderLayout.Render("Update password", $"""
        <div class="alert" role="alert" data-error-code="password_expired">Your password has expired. You need to change your password to continue.</div>
        <form method="post" action="{Paths.WithState(Paths.ChangePassword, state)}">
          <input type="hidden" name="state" value="{state}">
          <label for="new-password">New password</label>
          <input id="new-password" name="new-password" type="password" autocomplete="new-password" required>
          <label for="confirm-password">Confirm password</label>
          <input id="confirm-password" name="confirm-password" type="password" autocomplete="new-password" required>
          {(error is null ? "" : $"""<span class="ulp-input-error-message" role="alert">{Markup.Encode(error)}</span>""")}
          <button class="primary" type="submit">Change password</button>
        </form>
        """);
}
