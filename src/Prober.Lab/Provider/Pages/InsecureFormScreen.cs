namespace Prober.Lab.Provider.Pages;

/// <summary>Posts to the same host by http, which the page's own policy (and in other browsers the ban on mixed content) forbids.</summary>
internal sealed class InsecureFormScreen : LoginScreen
{
    public override string ContentSecurityPolicy => "default-src 'self'; img-src 'self' data:; form-action https:; frame-ancestors 'none'";

    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Lead(form)}
        <form method="post" action="http://{Hosting.LabNames.IdentityProvider}{Paths.WithState(Paths.Login, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Password(form)}
          {Fields.Submit}
        </form>
        """);
}
