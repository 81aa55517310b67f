using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The identifier alone; what follows comes by mail.</summary>
internal sealed class EmailLinkScreen : LoginScreen
{
    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Lead(form)}
        <form method="post" action="{Paths.WithState(Paths.PasswordlessStart, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Submit}
        </form>
        """);

    public static string Sent(string username) => ProviderLayout.Render("Check your email", $"""
        <p class="lead">We have sent a link to {Markup.Encode(username)}. It logs you in once.</p>
        """);
}
