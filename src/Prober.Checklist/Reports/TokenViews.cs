using System.Globalization;
using System.Text.Json.Nodes;
using Prober.Checklist.Checks.Claims;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Reports;

/// <summary>Lays every token open: each claim with its meaning, beside what was expected of it.</summary>
internal static class TokenViews
{
    private static readonly string[] Times = ["exp", "iat", "nbf", "auth_time", "updated_at"];

    public static IReadOnlyList<TokenView> Of(EvidenceReader evidence)
    {
        var received = IdTokens.Of(evidence).ToDictionary(token => token.Index);
        return [.. evidence.Tokens.Select((token, index) => View(token, index, received.GetValueOrDefault(index), evidence))];
    }

    private static TokenView View(CapturedToken token, int index, ReceivedIdToken? received, EvidenceReader evidence) => new()
    {
        Index = index,
        Kind = token.Kind,
        Place = token.Place,
        Entry = token.Entry,
        Application = received?.Application?.Name ?? received?.Transaction?.Application,
        Fingerprint = token.Fingerprint,
        Signature = token.Observed.Signature,
        SignatureDetail = Detail(token.Observed),
        DecodeError = token.DecodeError,
        Header = [.. (token.Header ?? []).Select(parameter => Claim(parameter.Key, parameter.Value, null))],
        Claims = Claims(token, received, evidence),
    };

    private static string? Detail(TokenObservation observed) => !observed.SignatureToldByCopy ? observed.SignatureDetail
        : observed.SignatureDetail is { } detail ? $"as the sanitized copy says: {detail}" : "as the sanitized copy says";

    private static IReadOnlyList<ClaimView> Claims(CapturedToken token, ReceivedIdToken? received, EvidenceReader evidence)
    {
        if (token.Claims is null)
            return [];
        var expected = received is null ? [] : ClaimExpectations.Of(received, evidence);
        var present = token.Claims.Select(claim => Claim(claim.Key, claim.Value, expected.GetValueOrDefault(claim.Key)));
        var absent = expected.Where(pair => pair.Value.IsRequired && !token.Claims.ContainsKey(pair.Key))
            .Select(pair => new ClaimView(pair.Key, null, ClaimMeanings.Of(pair.Key), pair.Value.Text, false));
        return [.. present, .. absent];
    }

    private static ClaimView Claim(string name, JsonNode? node, ClaimExpectation? expected) =>
        new(name, Value(name, node), ClaimMeanings.Of(name), expected?.Text, expected?.Fits);

    private static string? Value(string name, JsonNode? node)
    {
        var text = node switch
        {
            null => null,
            JsonValue => node.ToString(),
            _ => node.ToJsonString(),
        };
        if (Array.IndexOf(Times, name) >= 0 && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800)
            return $"{text} ({DateTimeOffset.FromUnixTimeSeconds(seconds):yyyy-MM-dd HH:mm:ss}Z)";
        return text is { Length: > 300 } ? $"{text[..300]}…" : text;
    }
}
