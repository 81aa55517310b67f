using System.Text.Json.Nodes;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

/// <summary>A healthy journey in which the browser itself redeemed the code, so that the ID token is visible.</summary>
internal static class IdTokenEvidence
{
    /// <summary>The second in which the run starts.</summary>
    public const long Now = 1_767_261_600;

    public static EvidenceBuilder Received(
        Action<JsonObject>? change = null, TokenObservation? observed = null, Func<CapturedToken, CapturedToken>? token = null)
    {
        var builder = EvidenceBuilder.Live()
            .InsertAfter("callback", new EvidenceStep("token", "POST", $"{HealthyFlow.Provider}/oauth/token", 200)
            {
                ResourceType = "fetch",
                Form = $"grant_type=authorization_code&code={EvidenceStep.Fp("code-1")}&client_id=portal&redirect_uri=x",
                MimeType = "application/json",
                Body = $$"""{"access_token":"{{EvidenceStep.Fp("access-token")}}","id_token":"jwt_{{EvidenceStep.Fp("id-token")}}","token_type":"Bearer","expires_in":3600}""",
                ResponseHeaders = [new("Cache-Control", "no-store")],
            });
        var captured = Token(builder.IndexOf("token"), TokenPlace.TokenResponse, change, observed);
        return builder.Token(token is null ? captured : token(captured));
    }

    /// <summary>The same where the ID token comes with the callback, as a form post.</summary>
    public static EvidenceBuilder InFormPost(string responseType, Action<JsonObject>? change = null)
    {
        var builder = EvidenceBuilder.Live()
            .ChangeAll(step => step with
            {
                Url =
                step.Url.Replace("response_type=code", $"response_type={Uri.EscapeDataString(responseType)}&response_mode=form_post",
                StringComparison.Ordinal)
            });
        builder.Change("callback", step => step with
        {
            Method = "POST",
            Url = $"{HealthyFlow.Portal}/signin-oidc",
            Form = $"code={EvidenceStep.Fp("code-1")}&id_token=jwt_{EvidenceStep.Fp("id-token")}&state={EvidenceStep.Fp("state-1")}",
        });
        builder.Change("resume", step => step.Answers(200, $"<form method=\"post\" action=\"{HealthyFlow.Portal}/signin-oidc\"></form>"));
        return builder.Token(Token(builder.IndexOf("callback"), TokenPlace.FormPost, change, null));
    }

    private static CapturedToken Token(int entry, TokenPlace place, Action<JsonObject>? change, TokenObservation? observed)
    {
        var claims = new JsonObject
        {
            ["iss"] = $"{HealthyFlow.Provider}/",
            ["sub"] = EvidenceStep.Fp("alice"),
            ["aud"] = "portal",
            ["iat"] = Now,
            ["exp"] = Now + 3600,
            ["nonce"] = EvidenceStep.Fp("nonce-1"),
        };
        change?.Invoke(claims);
        return new CapturedToken
        {
            Kind = TokenKind.Id,
            Place = place,
            Entry = entry,
            SeenAt = DateTimeOffset.FromUnixTimeSeconds(Now + 1),
            Fingerprint = EvidenceStep.Fp("id-token"),
            Header = new JsonObject { ["alg"] = "RS256", ["kid"] = "key-1", ["typ"] = "JWT" },
            Claims = claims,
            Length = 900,
            Observed = observed ?? new TokenObservation { Signature = SignatureVerdict.Valid },
        };
    }
}
