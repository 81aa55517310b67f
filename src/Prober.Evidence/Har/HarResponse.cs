namespace Prober.Evidence.Har;

/// <summary>The response half of an exchange.</summary>
public sealed record HarResponse
{
    /// <summary>HTTP status; 0 when there was no response, whatever number the recorder wrote for that.</summary>
    public required int Status { get; init; }

    public required HarHeaders Headers { get; init; }

    public string? MimeType { get; init; }

    /// <summary>The body as text (base64 bodies of textual types are decoded); null when not recorded.</summary>
    public string? Body { get; init; }

    /// <summary>Size of the body in bytes; -1 when unknown.</summary>
    public long BodySize { get; init; } = -1;

    /// <summary>The recorder's <c>redirectURL</c>; the Location header goes first, because it keeps the fragment.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The browser's own error (<c>net::ERR_CONNECTION_REFUSED</c>, <c>csp</c> …) when there was no response.</summary>
    public string? Failure { get; init; }
}
