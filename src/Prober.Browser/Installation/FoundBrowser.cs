namespace Prober.Browser.Installation;

public sealed record FoundBrowser(string Path, string Name, string? Version, string Source);
