using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>Gets a browser by the system's package manager, if it needs no password for that.</summary>
internal sealed class PackageInstall(IMachine machine, IProgress<string>? progress)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(120);

    /// <returns>What became of it, for a message.</returns>
    public async Task<string> RunAsync(BrowserSettings settings, CancellationToken cancellationToken)
    {
        foreach (var source in InstallationData.PackageManagers.Where(each => each.Fits(machine.System)))
        {
            var probe = await RunAsync(source, [], ["--version"], TimeSpan.FromSeconds(20), cancellationToken);
            if (probe.Ending == ProcessEnding.NotStarted) continue;
            return await PrefixAsync(source, cancellationToken) is { } prefix
                ? await InstallAsync(source, prefix, settings, cancellationToken)
                : $"{source.Command} needs root";
        }
        return "no package manager was found";
    }

    private async Task<string> InstallAsync(
        PackageSource source, IReadOnlyList<string> prefix, BrowserSettings settings, CancellationToken cancellationToken)
    {
        if (source.Refresh.Count > 0) await RunAsync(source, prefix, source.Refresh, Limit, cancellationToken);
        var failed = new List<string>();
        foreach (var package in source.Packages.Where(package => settings.Headless || !package.Contains("headless", StringComparison.Ordinal)))
        {
            progress?.Report($"Installing {package} with {source.Command} …");
            var outcome = await RunAsync(source, prefix, [.. source.Install, package], Limit, cancellationToken);
            if (outcome.Succeeded) return $"{source.Command} installed {package}, but it does not start";
            failed.Add(package);
        }
        return $"{source.Command} could not install {string.Join(" or ", failed)}";
    }

    /// <returns>What to put before the command; null when it would ask for a password.</returns>
    private async Task<IReadOnlyList<string>?> PrefixAsync(PackageSource source, CancellationToken cancellationToken)
    {
        if (!source.NeedsRoot || machine.IsRoot) return [];
        var sudo = await machine.RunAsync(new("sudo", ["-n", "true"]) { Limit = TimeSpan.FromSeconds(10) }, cancellationToken);
        // Environment variables do not pass sudo by themselves.
        return sudo.Succeeded ? ["sudo", "-n", "env", .. source.Environment.Select(pair => $"{pair.Key}={pair.Value}")] : null;
    }

    private Task<ProcessOutcome> RunAsync(
        PackageSource source, IReadOnlyList<string> prefix, IReadOnlyList<string> arguments, TimeSpan limit, CancellationToken cancellationToken)
    {
        string[] words = [.. prefix, source.Command, .. arguments];
        var request = new ProcessRequest(words[0], words[1..])
        {
            Limit = limit,
            Silence = Silence,
            Environment = source.Environment,
            Progress = arguments is ["--version"] ? null : progress,
        };
        return machine.RunAsync(request, cancellationToken);
    }
}
