using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The identifier on one page, the password on the next.</summary>
internal sealed class IdentifierFirstScreen : LoginScreen
{
    public override string EntryPath => Paths.Identifier;

    public override string? ContentSecurityPolicy => "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Lead(form)}
        <form method="post" action="{Paths.WithState(Paths.Identifier, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Submit}
        </form>
        {Fields.UpstreamButtons(form)}
        """);

    public override string Password(LoginForm form) => ProviderLayout.Render("Enter your password", $"""
        {Fields.Alert(form)}
        {Fields.Lead(form)}
        <form method="post" action="{Paths.WithState(Paths.Password, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          <p class="identity"><span>{Markup.Encode(form.Username)}</span>
            <a href="{Paths.WithState(Paths.Identifier, form.State)}">Edit</a></p>
          <input type="text" name="username" autocomplete="username" hidden readonly value="{Markup.Encode(form.Username)}">
          {Fields.Password(form)}
          {Fields.Submit}
        </form>
        """);
}
