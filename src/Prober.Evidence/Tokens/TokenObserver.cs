using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;

namespace Prober.Evidence.Tokens;

/// <summary>Asks the raw tokens, before they are redacted, what only they can answer, and writes it into <see cref="CapturedToken.Observed"/>.</summary>
public static class TokenObserver
{
    /// <summary>Everything except the signature.</summary>
    public static IReadOnlyList<CapturedToken> Observe(IReadOnlyList<CapturedToken> tokens, HarLog? traffic, Expectations expectations)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(expectations);
        return [.. tokens.Select(token => token.Raw is null && token.Kind != TokenKind.UserInfo ? token : Observe(token, tokens, traffic, expectations))];
    }

    /// <summary>Everything, the signature through the verifier.</summary>
    public static async Task<IReadOnlyList<CapturedToken>> ObserveAsync(
        IReadOnlyList<CapturedToken> tokens, HarLog? traffic, Expectations expectations, ISignatureVerifier verifier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var observed = new List<CapturedToken>(tokens.Count);
        foreach (var token in Observe(tokens, traffic, expectations))
        {
            observed.Add(token.Raw is null || token.Claims is null ? token : await WithSignatureAsync(token, traffic?.SignatureNotes ?? HarLog.NoSignatureNotes, verifier, cancellationToken));
        }

        return observed;
    }

    private static async Task<CapturedToken> WithSignatureAsync(
        CapturedToken token, IReadOnlyDictionary<string, SignatureNote> notes, ISignatureVerifier verifier, CancellationToken cancellationToken)
    {
        var (verdict, detail) = await verifier.VerifyAsync(token, cancellationToken);
        var signature = JwtParts.Decode(token.Raw).Signature;
        // What a cleaned copy has in the signature's place was never the token's. Keys and algorithm are as they were, and so is what they give away.
        if (verdict != SignatureVerdict.Invalid || !Masks.IsMasked(signature))
            return token with { Observed = token.Observed with { Signature = verdict, SignatureDetail = detail } };
        var note = notes.GetValueOrDefault(signature);
        return note?.VerdictAs<SignatureVerdict>() is { } told and (SignatureVerdict.Valid or SignatureVerdict.ValidByTrial or SignatureVerdict.Invalid)
            ? token with { Observed = token.Observed with { Signature = told, SignatureDetail = note.Detail, SignatureToldByCopy = true } }
            : token with { Observed = token.Observed with { Signature = SignatureVerdict.NotChecked, SignatureDetail = "the recording has the signature redacted" } };
    }

    private static CapturedToken Observe(CapturedToken token, IReadOnlyList<CapturedToken> all, HarLog? traffic, Expectations expectations)
    {
        var partners = ExchangePartners.Of(token, all, traffic);
        return token with
        {
            Observed = token.Observed with
            {
                AccessTokenHashMatches = Matches(token, "at_hash", partners.AccessToken),
                CodeHashMatches = Matches(token, "c_hash", partners.Code),
                StateHashMatches = Matches(token, "s_hash", partners.State),
                ClaimMatches = token.Claims is null ? token.Observed.ClaimMatches : ClaimPatterns.Match(token.Claims, expectations),
            },
        };
    }

    private static bool? Matches(CapturedToken token, string claim, string? partner)
    {
        if (partner is null || Text(token.Claims?[claim]) is not { } claimed) return null;
        return TokenHash.Of(partner, Text(token.Header?["alg"])) is { } computed ? computed == claimed : null;
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
