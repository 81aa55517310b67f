namespace Prober.Lab.Provider.Pages;

/// <summary>
/// The script that posts the fields is forbidden by the page's own policy, and the bare form has no method: pressing the
/// button sends the password in the address.
/// </summary>
internal sealed class PasswordInAddressScreen : LoginScreen
{
    public override string ContentSecurityPolicy =>
        "default-src 'self'; img-src 'self' data:; script-src 'none'; style-src 'self'";

    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Lead(form)}
        <form id="login" action="{Paths.Login}">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Password(form)}
          {Fields.Submit}
        </form>
        <script src="/assets/login.js"></script>
        """);
}
