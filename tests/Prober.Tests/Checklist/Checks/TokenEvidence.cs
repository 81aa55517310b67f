using System.Text.Json.Nodes;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks;

/// <summary>Decoded tokens as a redacted bundle holds them.</summary>
internal static class TokenEvidence
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 10, 0, 1, TimeSpan.Zero);

    public static CapturedToken Id(EvidenceBuilder builder, Action<JsonObject>? change = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = HealthyFlow.Provider + "/",
            ["sub"] = EvidenceStep.Fp("sub"),
            ["aud"] = "portal",
            ["nonce"] = EvidenceStep.Fp("nonce-1"),
            ["iat"] = Now.ToUnixTimeSeconds(),
            ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        return Make(TokenKind.Id, TokenPlace.TokenResponse, builder.IndexOf("redeem"), claims) with
        {
            Header = new JsonObject { ["alg"] = "RS256", ["kid"] = "k1", ["typ"] = "JWT" },
            Observed = new() { Signature = SignatureVerdict.Valid },
        };
    }

    public static CapturedToken UserInfo(EvidenceBuilder builder, Action<JsonObject>? change = null)
    {
        var claims = new JsonObject { ["sub"] = EvidenceStep.Fp("sub") };
        change?.Invoke(claims);
        return Make(TokenKind.UserInfo, TokenPlace.UserInfoResponse, builder.IndexOf("redeem"), claims);
    }

    private static CapturedToken Make(TokenKind kind, TokenPlace place, int entry, JsonObject claims) => new()
    {
        Kind = kind,
        Place = place,
        Entry = entry,
        SeenAt = Now,
        Fingerprint = EvidenceStep.Fp(kind.ToString()),
        Claims = claims,
        Length = 900,
    };
}
