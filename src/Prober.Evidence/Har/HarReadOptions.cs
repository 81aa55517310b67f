namespace Prober.Evidence.Har;

/// <summary>How a HAR is read.</summary>
public sealed record HarReadOptions
{
    public static HarReadOptions Default { get; } = new();

    public BodyRetention Bodies { get; init; } = BodyRetention.Evidence;

    /// <summary>Finds a body that the recorder put beside the HAR (Playwright's <c>_file</c>) by its name; null, or a null answer, when it is not there.</summary>
    public Func<string, ReadOnlyMemory<byte>?>? Attachment { get; init; }
}
