using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The provider's own pages around logout.</summary>
internal static class LogoutPages
{
    public static string Confirmation(string returnTo) => ProviderLayout.Render("Log out?", $"""
        <p class="lead">Do you want to log out of Lab Identity?</p>
        <form method="post" action="{Paths.LogoutConfirmation}">
          <input type="hidden" name="returnTo" value="{Markup.Encode(returnTo)}">
          <button class="primary" type="submit" name="action" value="confirm">Yes, log out</button>
          <button class="quiet" type="submit" name="action" value="cancel">No, stay logged in</button>
        </form>
        """);

    public static string SignedOut() => ProviderLayout.Render("You are signed out", """
        <p class="lead">It is a good idea to close all browser windows.</p>
        """);
}
