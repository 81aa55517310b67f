using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Expected;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Claims;

/// <summary>An ID token as an application received it, with the request it answers: what every check of the family judges.</summary>
/// <param name="Index">Position in the bundle's token list.</param>
/// <param name="Token">The token, redacted.</param>
/// <param name="Transaction">The authorization request it answers; null when that was not seen.</param>
/// <param name="Application">The scenario's application it was for; null when unknown.</param>
/// <param name="IsRefreshed">True when a refresh token fetched it, so that it answers no authorization request.</param>
internal sealed record ReceivedIdToken(int Index, CapturedToken Token, LoginTransaction? Transaction, ExpectedApplication? Application, bool IsRefreshed)
{
    public string? ClientId => Transaction?.ClientId ?? Application?.ClientId;

    /// <summary>What a sentence calls it.</summary>
    public string Name => (Application?.Name ?? Transaction?.Application) is { } name ? $"The ID token of {name}" : "The ID token";

    /// <summary>The same within a sentence.</summary>
    public string NameInSentence => $"t{Name[1..]}";

    public IReadOnlyList<string> ResponseTypes => Transaction?.Parameters.GetValueOrDefault("response_type")?.Split(' ') ?? [];

    /// <summary>True when it came with the callback and not from the token endpoint.</summary>
    public bool IsFrontChannel => Token.Place is TokenPlace.CallbackFragment or TokenPlace.CallbackQuery or TokenPlace.FormPost;

    public bool Has(string claim) => Token.Claims?[claim] is not null;

    public string? Text(string claim) => Token.Claims?[claim] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        var node => node.ToJsonString(),
    };

    /// <summary>A NumericDate (RFC 7519 section 2) or another number; null when the claim is absent or no number.</summary>
    public double? Number(string claim) =>
        Token.Claims?[claim] is JsonValue value && value.GetValueKind() is JsonValueKind.Number &&
        double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A claim that may be one string or several.</summary>
    public IReadOnlyList<string> Values(string claim) => Token.Claims?[claim] switch
    {
        null => [],
        JsonArray items => [.. items.OfType<JsonNode>().Select(item => item.GetValueKind() is JsonValueKind.String ? item.GetValue<string>() : item.ToJsonString())],
        _ => [Text(claim)!],
    };

    public EvidencePointer Claim(string claim) => EvidencePointer.Token(Index, $"claims.{claim}", Text(claim));

    public EvidencePointer Header(string name) => EvidencePointer.Token(Index, $"header.{name}", Token.Header?[name]?.ToString());

    /// <summary>Points at a parameter of the authorization request that this token answers.</summary>
    public IEnumerable<EvidencePointer> Asked(string parameter) => Transaction is { } transaction
        ? [EvidencePointer.Har(transaction.Authorization.Index, $"request.query.{parameter}", transaction.Parameters.GetValueOrDefault(parameter))]
        : [];
}
