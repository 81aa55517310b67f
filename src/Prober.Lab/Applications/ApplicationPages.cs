using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Assets;

namespace Prober.Lab.Applications;

/// <summary>What a server-side application shows.</summary>
/// <param name="profile">The application.</param>
/// <param name="others">The applications it links to, by name.</param>
/// <param name="clock">Measures the delay of a slow link.</param>
internal sealed class ApplicationPages(ApplicationProfile profile, IReadOnlyDictionary<string, Uri> others, TimeProvider clock)
{
    private const string NoiseScript = """<script src="/assets/noise.js" defer></script>""";

    public string Landing() => Page(profile.Name, $"""
        <h1>{profile.Name}</h1>
        <p class="lead">Sign in with your company account to continue.</p>
        <nav class="actions">{LoginControl()}</nav>
        """);

    public string SignedIn(ClaimsPrincipal user) => Page("Overview", $"""
        <h1 data-testid="signed-in">{profile.Greeting} {Markup.Encode(user.FindFirstValue("name") ?? "user")}</h1>
        <p class="lead">You are signed in to {profile.Name}.</p>
        <dl class="facts">
          <dt>Email</dt><dd data-testid="email">{Markup.Encode(user.FindFirstValue("email"))}</dd>
          <dt>Groups</dt><dd data-testid="groups">{Markup.Encode(string.Join(", ", user.FindAll("groups").Select(claim => claim.Value)))}</dd>
        </dl>
        <nav class="actions">
          {string.Join("\n", others.Select(OtherLink))}
          <a class="button quiet" href="/logout">Log out</a>
        </nav>
        """);

    public string SignedOut() => Page("Signed out", $"""
        <h1 data-testid="signed-out">You are signed out</h1>
        <p class="lead">See you soon at {profile.Name}.</p>
        <nav class="actions"><a class="button primary" href="/login">Log in again</a></nav>
        """);

    public string Failure() => Page("Sign-in failed", """
        <h1 role="alert">We could not sign you in</h1>
        <p class="lead">Something went wrong while we processed the answer of the identity provider.</p>
        """);

    /// <summary>Tells the provider by a background request, which neither shows nor follows what it answers.</summary>
    public string BackgroundLogout() => Page("Signing out", $"""
        <h1>Signing out…</h1>
        <script id="logout" data-provider="{profile.Issuer}v2/logout?client_id={profile.ClientId}"
          data-then="{profile.SignedOutPath}" src="/assets/background-logout.js"></script>
        """);

    public async Task OpenOtherAsync(HttpContext context)
    {
        if (!others.TryGetValue((string)context.Request.RouteValues["name"]!, out var address))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await Task.Delay(profile.HopDelay, clock, context.RequestAborted);
        context.Response.Redirect(new Uri(address, "/protected").ToString());
    }

    private string OtherLink(KeyValuePair<string, Uri> other)
    {
        var target = profile.HopDelay == TimeSpan.Zero ? new Uri(other.Value, "/protected").ToString() : $"/open/{other.Key}";
        return $"""<a class="button primary" href="{target}">Open {other.Key}</a>""";
    }

    private string LoginControl() => profile.LoginScript is { } script
        ? $"""<button class="primary" type="button" data-login="/login">Log in</button><script src="{script}"></script>"""
        : """<a class="button primary" href="/login">Log in</a>""";

    private string Page(string title, string body) =>
        ApplicationLayout.Render(profile.Name, title, profile.Noise ? body + NoiseScript : body);
}
