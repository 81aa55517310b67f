using Prober.Checklist.Reports;
using Prober.Evidence.Tokens;

namespace Prober.Reporting.Wording;

/// <summary>Kinds, places and signatures of tokens in words.</summary>
internal static class TokenWords
{
    public static string Kind(TokenKind kind) => kind switch
    {
        TokenKind.Id => "ID token",
        TokenKind.Access => "Access token",
        TokenKind.Refresh => "Refresh token",
        TokenKind.Logout => "Logout token",
        TokenKind.UserInfo => "UserInfo response",
        _ => "Token",
    };

    public static string Place(TokenPlace place) => place switch
    {
        TokenPlace.CallbackQuery => "in the callback's query",
        TokenPlace.CallbackFragment => "in the callback's fragment",
        TokenPlace.FormPost => "posted to the callback",
        TokenPlace.TokenResponse => "from the token endpoint",
        TokenPlace.UserInfoResponse => "from the UserInfo endpoint",
        TokenPlace.LocalStorage => "in local storage",
        TokenPlace.SessionStorage => "in session storage",
        _ => "from a file",
    };

    public static string Signature(SignatureVerdict signature) => signature switch
    {
        SignatureVerdict.Valid => "signature valid",
        SignatureVerdict.ValidByTrial => "signature valid, found by trying every key",
        SignatureVerdict.Invalid => "signature INVALID",
        SignatureVerdict.UnknownKey => "signed with a key the issuer does not publish",
        SignatureVerdict.AlgorithmNone => "NOT SIGNED (alg none)",
        SignatureVerdict.SymmetricAlgorithm => "symmetric algorithm, not verifiable here",
        SignatureVerdict.KeysUnavailable => "issuer's keys unavailable",
        _ => "signature not checked",
    };

    /// <summary>True when the signature vouches for the token, false when it speaks against it; null when it says nothing.</summary>
    public static bool? Trusted(SignatureVerdict signature) => signature switch
    {
        SignatureVerdict.Valid or SignatureVerdict.ValidByTrial => true,
        SignatureVerdict.Invalid or SignatureVerdict.UnknownKey or SignatureVerdict.AlgorithmNone => false,
        _ => null,
    };

    public static int Misfits(TokenView token) => token.Header.Concat(token.Claims).Count(claim => claim.Fits == false);
}
