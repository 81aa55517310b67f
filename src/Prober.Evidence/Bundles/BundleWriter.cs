using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Prober.Evidence.Har;

namespace Prober.Evidence.Bundles;

/// <summary>
/// Writes evidence, already redacted, as a folder that <see cref="BundleReader"/> reads back unchanged. The folder appears whole or not
/// at all; an older bundle in its place is replaced, anything else there is refused.
/// </summary>
public static class BundleWriter
{
    /// <exception cref="IOException">The target is something other than a bundle, or the disk is full.</exception>
    /// <exception cref="InvalidOperationException">The evidence still holds raw tokens.</exception>
    public static void Write(EvidenceBundle bundle, string folder, BundleWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        RefuseRaw(bundle);
        var target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        RefuseStranger(target);
        var draft = $"{target}.{Path.GetRandomFileName()}.tmp";
        Directory.CreateDirectory(draft);
        try
        {
            WriteFiles(bundle, draft, options ?? new());
            Replace(target, draft);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private static void RefuseRaw(EvidenceBundle bundle)
    {
        if (bundle.Tokens.Value?.Any(token => token.Raw is not null) == true)
            throw new InvalidOperationException("the evidence holds raw tokens: redact it before it is written");
    }

    private static void RefuseStranger(string target)
    {
        if (File.Exists(target)) throw new IOException($"{target} is a file, not a folder for a bundle");
        if (!Directory.Exists(target) || File.Exists(Path.Combine(target, BundleFiles.Manifest))) return;
        if (Directory.EnumerateFileSystemEntries(target).Any())
            throw new IOException($"{target} is not empty and holds no {BundleFiles.Manifest}: it is not overwritten, because it is no bundle");
    }

    private static void Replace(string target, string draft)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(draft, target);
            return;
        }

        var old = $"{draft}.old";
        Directory.Move(target, old);
        Directory.Move(draft, target);
        Directory.Delete(old, recursive: true);
    }

    private static void WriteFiles(EvidenceBundle bundle, string folder, BundleWriteOptions options)
    {
        var parts = new BundleParts(bundle);
        if (bundle.Traffic.Value is { } traffic)
        {
            using var file = File.Create(Path.Combine(folder, BundleFiles.Traffic));
            HarWriter.Write(traffic, file);
        }

        if (bundle.Tokens.Value is { } tokens) WriteJson(folder, BundleFiles.Tokens, tokens, BundleJson.Format.IReadOnlyListCapturedToken);
        if (bundle.Assertions.Value is { } assertions) WriteJson(folder, BundleFiles.Assertions, assertions, BundleJson.Format.IReadOnlyListSamlMessage);
        if (bundle.ProviderLog.Value is { } log) WriteJson(folder, BundleFiles.ProviderLog, log, BundleJson.Format.ProviderLog);
        WriteJson(folder, BundleFiles.Observations, parts.Observations, BundleJson.Format.BundleObservations);
        foreach (var (path, image) in bundle.Screens) WriteScreen(folder, path, image);
        if (options.TraceFile is { } trace) File.Copy(trace, Path.Combine(folder, BundleFiles.Trace));
        WriteJson(folder, BundleFiles.Manifest, parts.Manifest(Files(folder)), BundleJson.Format.BundleManifest);
    }

    private static void WriteScreen(string folder, string path, ReadOnlyMemory<byte> image)
    {
        var file = path.StartsWith(BundleFiles.Screens + "/", StringComparison.Ordinal) ? BundlePath.Inside(folder, path) : null;
        if (file is null) throw new IOException($"the screenshot path {path} does not lie in {BundleFiles.Screens}/");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = File.Create(file);
        stream.Write(image.Span);
    }

    private static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static void WriteJson<T>(string folder, string name, T value, JsonTypeInfo<T> type)
    {
        using var file = File.Create(Path.Combine(folder, name));
        JsonSerializer.Serialize(file, value, type);
    }
}
