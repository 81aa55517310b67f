using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The parts login pages are made of, with Auth0's names and identifiers.</summary>
internal static class Fields
{
    public const string Submit = """<button class="primary" type="submit" name="action" value="default">Continue</button>""";

    public static string Username(LoginForm form) => $"""
        <label for="username">Email address</label>
        <input id="username" name="username" type="text" inputmode="email" autocomplete="username"
          autocapitalize="none" spellcheck="false" required autofocus value="{Markup.Encode(form.Username)}">
        """;

    public static string Password(LoginForm form) => $"""
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required
          {(form.Refusal is null ? "" : "aria-invalid=\"true\" aria-describedby=\"error-element-password\"")}>
        {PasswordError(form.Refusal)}
        """;

    /// <summary>What concerns the account rather than the field stands above the form.</summary>
    public static string Alert(LoginForm form) => form.Refusal is { Status: not 400 } refusal
        ? $"""<div class="alert" id="prompt-alert" role="alert" data-error-code="{refusal.Code}">{Markup.Encode(refusal.Text)}</div>"""
        : "";

    /// <summary>A button for each upstream provider, each a form of its own as on Auth0's pages.</summary>
    public static string UpstreamButtons(LoginForm form) => string.Join("\n", form.Upstream.Select(connection => $"""
        <form method="post" data-provider="{connection.Name}" action="{Paths.WithState(Paths.Login, form.State)}">
          <input type="hidden" name="state" value="{form.State}">
          <input type="hidden" name="connection" value="{connection.Name}">
          <button class="quiet" type="submit" data-action-button-secondary="true">Continue with {Markup.Encode(connection.DisplayName)}</button>
        </form>
        """));

    public static string Lead(LoginForm form) =>
        $"""<p class="lead">Log in to continue to {Markup.Encode(form.ApplicationName)}.</p>""";

    private static string PasswordError(CredentialRefusal? refusal) => refusal is { Status: 400 }
        ? $"""<span class="ulp-input-error-message" id="error-element-password" role="alert" data-error-code="{refusal.Code}">{Markup.Encode(refusal.Text)}</span>"""
        : "";
}
