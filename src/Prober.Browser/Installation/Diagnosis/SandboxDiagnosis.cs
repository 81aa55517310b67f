using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Can Chromium use its sandbox? On Linux it needs user namespaces, which systems and containers switch off in several ways.</summary>
internal sealed class SandboxDiagnosis(IMachine machine) : IDiagnosis
{
    private const string Name = "sandbox";

    private static readonly (string File, string Off, string Remedy)[] Switches =
    [
        ("/proc/sys/kernel/unprivileged_userns_clone", "0", "As root: sysctl kernel.unprivileged_userns_clone=1."),
        ("/proc/sys/user/max_user_namespaces", "0", "As root: sysctl user.max_user_namespaces=10000."),
        ("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1",
            "Give the browser an AppArmor profile with \"userns,\", or as root: sysctl kernel.apparmor_restrict_unprivileged_userns=0."),
    ];

    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        if (machine.System != MachineSystem.Linux) return DoctorFinding.Ok(Name, "usable");
        if (machine.IsRoot)
            return DoctorFinding.Warn(Name, "off: Chromium does not run as root with its sandbox", "Run Prober as a user of its own.");
        foreach (var (file, off, remedy) in Switches)
            if (machine.ReadText(file)?.Trim() == off)
                return DoctorFinding.Warn(Name, $"not usable: {file} is {off}", remedy);

        // The switches may all be on and a container's seccomp profile still refuse: only trying tells.
        var attempt = await machine.RunAsync(new("unshare", ["--user", "true"]) { Limit = TimeSpan.FromSeconds(5) }, cancellationToken);
        return attempt is { Ending: ProcessEnding.Exited, ExitCode: not 0 }
            ? DoctorFinding.Warn(
                Name,
                $"not usable: {attempt.LastLine ?? "user namespaces are refused"}",
                "In a container, allow user namespaces by a seccomp profile (Docker: --security-opt seccomp=FILE, as Playwright's documentation has it).")
            : DoctorFinding.Ok(Name, "usable");
    }
}
