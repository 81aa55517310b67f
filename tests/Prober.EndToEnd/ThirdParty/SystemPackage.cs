using Prober.Tests;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>Software that comes from the system's package manager.</summary>
internal static class SystemPackage
{
    /// <summary>Skips the calling fixture, with the reason, where a file is not; with CI=true, which promises these tests, it fails.</summary>
    /// <param name="software">Its name, for the reason.</param>
    /// <param name="packages">Debian's packages to install.</param>
    /// <param name="files">Without these it cannot run.</param>
    public static void Require(string software, string packages, params string[] files)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is not { } missing) return;
        throw MissingSoftware.Because($"{software} is not on this machine: {missing} is missing (Debian's packages: {packages})");
    }
}
