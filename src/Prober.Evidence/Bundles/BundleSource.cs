namespace Prober.Evidence.Bundles;

/// <summary>A bundle's folder and manifest: which parts are there, and the reason for those that are not.</summary>
internal sealed record BundleSource(string Folder, BundleManifest Manifest)
{
    public bool Has(string file) => Manifest.Files.Contains(file, StringComparer.Ordinal);

    public Captured<T> Part<T>(string name, T? value)
        where T : class => value is not null
            ? Captured.Of(value)
            : Captured.Nothing<T>(Manifest.Missing.GetValueOrDefault(name) ?? $"the bundle has no {name} and does not say why");

    public Dictionary<string, ReadOnlyMemory<byte>> Screens() => Manifest.Files
        .Where(file => file.StartsWith(BundleFiles.Screens + "/", StringComparison.Ordinal))
        .ToDictionary(file => file, file => (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(Folder, file)), StringComparer.Ordinal);
}
