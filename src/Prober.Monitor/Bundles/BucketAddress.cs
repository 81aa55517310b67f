namespace Prober.Monitor.Bundles;

/// <summary>A place in an S3-compatible bucket.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Prefix">What the keys of all objects there begin with: empty, or with a slash at its end.</param>
public sealed record BucketAddress(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <summary>Reads <c>s3://bucket</c> or <c>s3://bucket/prefix</c>; null when it is neither.</summary>
    public static BucketAddress? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var (bucket, prefix) = text[Scheme.Length..].Split('/', 2) is [var name, var rest] ? (name, rest.Trim('/')) : (text[Scheme.Length..], "");
        return IsBucket(bucket) && !prefix.Contains("//", StringComparison.Ordinal) ? new(bucket, prefix.Length == 0 ? "" : prefix + "/") : null;
    }

    /// <summary>A place below this one.</summary>
    public BucketAddress Below(params string[] names) => this with { Prefix = Prefix + string.Join('/', names) + "/" };

    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}".TrimEnd('/');

    // What all servers take: 3 to 63 lower-case letters, digits, hyphens and dots, with a letter or digit at either end.
    private static bool IsBucket(string name) => name is { Length: >= 3 and <= 63 } && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.')
        && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]);
}
