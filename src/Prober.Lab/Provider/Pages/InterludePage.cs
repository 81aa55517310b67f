using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>A question between password and application, with a button to go on and one to decline.</summary>
internal sealed record InterludePage(Interludes Kind, string Path, string Title, string Text, string AcceptLabel, string DeclineLabel)
{
    public const string Accept = "accept";

    /// <summary>In the order they come.</summary>
    public static IReadOnlyList<InterludePage> All { get; } =
    [
        new(Interludes.AccountPicker, "/u/continue-as", "Choose an account", "You are already logged in.", "Continue as {user}", "Use another account")
            { IsForExistingSession = true },
        new(Interludes.ExpiryNotice, "/u/password-expiry", "Your password expires soon",
            "Your password will expire in 5 days. You can change it now or later.", "Remind me later", "Change now"),
        new(Interludes.Terms, "/u/terms", "Terms of service", "We have updated our terms of service. Please accept them to continue.", "Accept", "Decline")
            { DeclineEndsLogin = true },
        new(Interludes.Consent, "/u/consent", "Authorize {application}",
            "{application} is requesting access to your account: profile, email and groups.", "Accept", "Decline")
            { DeclineEndsLogin = true },
        new(Interludes.StaySignedIn, "/u/stay-signed-in", "Stay signed in?", "Do this to reduce the number of times you are asked to log in.", "Yes", "No"),
    ];

    public bool DeclineEndsLogin { get; init; }

    /// <summary>Shown when a session answers the request, rather than after a password.</summary>
    public bool IsForExistingSession { get; init; }

    public string Render(LoginTransaction transaction) => ProviderLayout.Render(Fill(Title, transaction), $"""
        <p class="lead">{Markup.Encode(Fill(Text, transaction))}</p>
        <form method="post" action="{Paths.WithState(Path, transaction.State)}">
          <input type="hidden" name="state" value="{transaction.State}">
          <button class="primary" type="submit" name="action" value="{Accept}">{Markup.Encode(Fill(AcceptLabel, transaction))}</button>
          <button class="quiet" type="submit" name="action" value="decline">{Markup.Encode(DeclineLabel)}</button>
        </form>
        """);

    private static string Fill(string text, LoginTransaction transaction) => text
        .Replace("{application}", transaction.Client.Name, StringComparison.Ordinal)
        .Replace("{user}", transaction.Session?.User.Name ?? transaction.Username, StringComparison.Ordinal);
}
