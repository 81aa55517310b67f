using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>At each login Portal's API is called with a token that was kept since yesterday; the person sees nothing of it yet.</summary>
internal sealed class StaleServiceTokenFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.StaleServiceToken, "F110", "stale-service-token",
        "Portal's API refuses an expired token during the login, which only Portal's log says (IDX10223).", "app-logs-no-errors")
    {
        Reason = "login-refused",
        MustNotFail = ["logs-idp-server-errors"],
    };

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        var wired = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await wired(context);
            var refused = await CallApiAsync(application, options.TimeProvider!.GetUtcNow().UtcDateTime);
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Portal.Api.BearerTokens")
                .LogError(refused, "Bearer was not authenticated");
        };
    }

    /// <summary>What the API's own validation of the token says.</summary>
    private static async Task<Exception> CallApiAsync(ApplicationProfile application, DateTime now)
    {
        var handler = new JsonWebTokenHandler();
        var kept = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = application.Issuer.ToString(),
            Audience = "portal-api",
            IssuedAt = now.AddDays(-1),
            NotBefore = now.AddDays(-1),
            Expires = now.AddHours(-12),
            SigningCredentials = new SigningCredentials(SigningKeys.Current, SecurityAlgorithms.RsaSha256),
        });
        var result = await handler.ValidateTokenAsync(kept, new TokenValidationParameters
        {
            ValidIssuer = application.Issuer.ToString(),
            ValidAudience = "portal-api",
            IssuerSigningKey = SigningKeys.Current,
        });
        return result.Exception;
    }
}
