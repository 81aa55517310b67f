using System.Text.Json.Nodes;

namespace Prober.Evidence.Tokens;

/// <summary>
/// A token as it was seen on its way, decoded without trust. Before redaction <see cref="Raw"/> holds it; afterwards only
/// the fingerprint, the header and the non-personal claims remain, and <see cref="Observed"/> keeps what had to be
/// computed from the raw value.
/// </summary>
public sealed record CapturedToken
{
    public required TokenKind Kind { get; init; }

    public required TokenPlace Place { get; init; }

    /// <summary>The HAR entry that carried it; null for web storage.</summary>
    public int? Entry { get; init; }

    /// <summary>The URL or storage key where it was found, redacted.</summary>
    public string? Location { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Equal for equal tokens within one run.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The token itself. Null in every stored bundle.</summary>
    public string? Raw { get; init; }

    /// <summary>JOSE header (RFC 7515 section 4); null for an opaque or malformed token.</summary>
    public JsonObject? Header { get; init; }

    /// <summary>Claims (RFC 7519 section 4); personal ones are fingerprints in a stored bundle.</summary>
    public JsonObject? Claims { get; init; }

    /// <summary>Why it does not decode as a JWS; null when it does. Opaque access tokens are legal.</summary>
    public string? DecodeError { get; init; }

    /// <summary>Length of the token in characters, which the fingerprint hides.</summary>
    public int Length { get; init; }

    /// <summary>Member names that occur twice in header or claims, for instance <c>claims.email</c>.</summary>
    public IReadOnlyList<string> DuplicateKeys { get; init; } = [];

    public TokenObservation Observed { get; init; } = new();
}

/// <summary>What the token is for.</summary>
public enum TokenKind
{
    Id,
    Access,
    Refresh,
    Logout,
    UserInfo,
    Unknown,
}

/// <summary>Where it was seen.</summary>
public enum TokenPlace
{
    CallbackQuery,
    CallbackFragment,
    FormPost,
    TokenResponse,
    UserInfoResponse,
    LocalStorage,
    SessionStorage,
    File,

    /// <summary>A page of the provider that hands the response to its opener by postMessage (<c>response_mode=web_message</c>).</summary>
    WebMessage,
}
