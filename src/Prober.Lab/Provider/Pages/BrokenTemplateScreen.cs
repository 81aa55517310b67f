namespace Prober.Lab.Provider.Pages;

/// <summary>One application's customised page, whose own inline script fails before it has wired the button; the others have the tenant's page.</summary>
internal sealed class BrokenTemplateScreen(string application) : LoginScreen
{
    private readonly CombinedScreen tenantPage = new();

    public override string Entry(LoginForm form) => form.ApplicationName == application ? Customised(form) : tenantPage.Entry(form);

    private static string Customised(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Lead(form)}
        <form id="login" method="post" action="{Paths.WithState(Paths.Login, form.State)}" onsubmit="return false">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Password(form)}
          <button class="primary" type="button" id="continue">Continue</button>
        </form>
        <script>
          window.tenantAnalytics.identify(document.getElementById('username'));
          document.getElementById('continue').addEventListener('click', () => document.getElementById('login').submit());
        </script>
        """);
}
