using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Hosting;
using Prober.Lab.Provider.Management;

namespace Prober.Lab.Provider;

/// <summary>Tells every application that took part in a session that it has ended (OpenID Connect Back-Channel Logout 1.0).</summary>
internal sealed class BackChannelLogout(Tenant tenant)
{
    public const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly HttpClient Http = new(LoopbackHandler.Create()) { Timeout = TimeSpan.FromSeconds(5) };

    public Task TellAsync(ProviderSession session, CancellationToken cancellationToken) =>
        Task.WhenAll(tenant.Sessions.Visited(session.Id)
            .Select(tenant.Clients.Find)
            .Where(client => client?.BackChannelLogoutUrl is not null)
            .Select(client => TellAsync(client!, session, cancellationToken)));

    private async Task TellAsync(RegisteredClient client, ProviderSession session, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent([new("logout_token", LogoutToken(client, session))]);
            using var response = await Http.PostAsync(client.BackChannelLogoutUrl, form, cancellationToken);
            var code = response.IsSuccessStatusCode ? "oidc_backchannel_logout_succeeded" : "oidc_backchannel_logout_failed";
            tenant.Log.Write(code, client.ClientId, session.User.Username, $"{client.BackChannelLogoutUrl} answered {(int)response.StatusCode}",
                LogDetails.OfBackChannel(client.BackChannelLogoutUrl!, (int)response.StatusCode));
        }
        catch (HttpRequestException failure)
        {
            tenant.Log.Write("oidc_backchannel_logout_failed", client.ClientId, session.User.Username, failure.Message,
                LogDetails.OfBackChannel(client.BackChannelLogoutUrl!, status: null));
        }
    }

    private string LogoutToken(RegisteredClient client, ProviderSession session)
    {
        var now = tenant.Clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = tenant.Issuer.ToString(),
            ["aud"] = client.ClientId,
            ["sub"] = session.User.Subject,
            ["sid"] = session.Id,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Identifiers.New(),
            ["events"] = new JsonObject { [LogoutEvent] = new JsonObject() },
        };
        var credentials = new SigningCredentials(SigningKeys.Current, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(claims.ToJsonString(), credentials, new Dictionary<string, object> { ["typ"] = "logout+jwt" });
    }
}
