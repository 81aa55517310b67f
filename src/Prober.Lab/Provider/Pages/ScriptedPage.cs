using System.Text.Json.Nodes;

namespace Prober.Lab.Provider.Pages;

/// <summary>An empty page with its settings, for the script that draws the fields.</summary>
internal static class ScriptedPage
{
    public static string Render(LoginForm form, int delayMilliseconds, string? fixedError)
    {
        var settings = new JsonObject
        {
            ["action"] = Paths.WithState(Paths.Login, form.State),
            ["username"] = form.Username,
            ["delay"] = delayMilliseconds,
            ["fixedError"] = fixedError,
        };
        return ProviderLayout.Render("Welcome", $"""
            {Fields.Lead(form)}
            <div id="login" aria-live="polite"><p class="loading">Loading…</p></div>
            <script type="application/json" id="settings">{settings.ToJsonString()}</script>
            <script src="/assets/login.js"></script>
            """);
    }
}
