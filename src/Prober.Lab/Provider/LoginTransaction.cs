using OpenIddict.Abstractions;

namespace Prober.Lab.Provider;

/// <summary>
/// A login under way: the authorization request as it came, and how far the person has got. Its <see cref="State"/> is
/// the provider's own and has nothing to do with the application's <c>state</c>.
/// </summary>
internal sealed class LoginTransaction(OpenIddictRequest request, RegisteredClient client, ProviderSession? existing)
{
    public string State { get; } = Identifiers.New();

    public OpenIddictRequest Request { get; } = new(request.GetParameters());

    public RegisteredClient Client { get; } = client;

    public string Username { get; set; } = request.LoginHint ?? "";

    /// <summary>Set once the credentials were right.</summary>
    public ProviderSession? Session { get; set; } = existing;

    /// <summary>The session was there before this login began, so no credentials were asked.</summary>
    public bool FromExistingSession { get; private set; } = existing is not null;

    /// <summary>How the login is answered, where OpenID Connect is not the protocol.</summary>
    public SessionAnswer? Answer { get; set; }

    public Interludes Done { get; set; }

    /// <summary>The person wants another account than the one the session offers.</summary>
    public void ForgetSession() => (Session, FromExistingSession) = (null, false);
}
