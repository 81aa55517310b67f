namespace Prober.Evidence.Har;

/// <summary>A response's <c>content</c> while it is not yet certain whether its text is wanted.</summary>
internal sealed record HarContent
{
    public string? MimeType { get; set; }

    public long? Size { get; set; }

    public string? Encoding { get; set; }

    public string? File { get; set; }

    /// <summary>The text, when it was wanted at once.</summary>
    public string? Text { get; set; }

    /// <summary>The bytes between the text's quotes, kept until the media type is known.</summary>
    public byte[]? Undecided { get; set; }

    /// <summary>Where in the stream they stand, when they were too many to keep.</summary>
    public long? UndecidedAt { get; set; }

    /// <summary>Bytes between the text's quotes; null when there was no text.</summary>
    public long? Length { get; set; }
}
