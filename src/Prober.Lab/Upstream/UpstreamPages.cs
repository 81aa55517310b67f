using Prober.Lab.Applications;
using Prober.Lab.Assets;

namespace Prober.Lab.Upstream;

/// <summary>What the upstream provider shows people.</summary>
internal static class UpstreamPages
{
    private const string Name = "Workforce Directory";

    public static string SignIn(string flow, string username, bool refused) => Page("Workforce sign-in", $"""
        <h1>Sign in to the company directory</h1>
        {(refused ? """<div class="alert" role="alert">The account or the passphrase is not right.</div>""" : "")}
        <form method="post" action="{UpstreamPaths.SignIn}?flow={flow}">
          <label for="loginfmt">Company account</label>
          <input id="loginfmt" name="loginfmt" type="email" autocomplete="username" required value="{Markup.Encode(username)}">
          <label for="passwd">Passphrase</label>
          <input id="passwd" name="passwd" type="password" autocomplete="current-password" required>
          <button class="primary" type="submit">Sign in</button>
        </form>
        """);

    /// <summary>Where people land who came of their own accord.</summary>
    public static string Start(LabUser user) => Page("My applications", $"""
        <h1>Good day, {Markup.Encode(user.Name)}</h1>
        <p class="lead">No applications have been assigned to you yet.</p>
        """);

    public static string SignedOut() => Page("Signed out", """
        <h1>You have signed out of the company directory</h1>
        <p class="lead">It is a good idea to close all browser windows.</p>
        """);

    public static string Error(string code, string description) => Page("Sign-in error", $"""
        <h1 role="alert">Sorry, we cannot sign you in</h1>
        <p class="lead" data-error="{Markup.Encode(code)}">{Markup.Encode(code)}: {Markup.Encode(description)}</p>
        """);

    private static string Page(string title, string body) => ApplicationLayout.Render(Name, title, body);
}
