namespace Prober.Evidence.Har;

/// <summary>The request half of an exchange.</summary>
public sealed record HarRequest
{
    public required string Method { get; init; }

    /// <summary>As recorded; Chrome drops the fragment, so read it from the previous response's Location.</summary>
    public required string Url { get; init; }

    public required HarHeaders Headers { get; init; }

    public HarPostData? PostData { get; init; }

    /// <summary>The URL parsed, or null where it is none (blob:, data:, a native scheme that does not parse).</summary>
    public Uri? Uri => field ??= Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri : null;
}

/// <summary>A request body as text.</summary>
public sealed record HarPostData(string MimeType, string? Text);
