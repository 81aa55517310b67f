using System.Security.Cryptography;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>
/// oidc-provider and two applications on express-openid-connect, kept over tests: each process is started again only when
/// its own settings change.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly NodeProcesses _processes = new();
    private readonly int[] _ports = LoopbackPorts.Free(4);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-third-party-");

    /// <summary>Settings in good order.</summary>
    public SiteSettings Settings() => new(_ports[0], _ports[1], _ports[2], _ports[3], _folder.FullName);

    /// <summary>Walks a scenario of <c>scenarios/third-party</c> against the site with these settings.</summary>
    public async Task<CompletedRun> WalkAsync(SiteSettings settings, string name = "oidc-provider", Func<Scenario, Scenario>? adjust = null)
    {
        await Task.WhenAll(
            _processes.RunAsync("provider", "provider.mjs", settings.Provider),
            _processes.RunAsync("portal", "application.mjs", settings.PortalApplication),
            _processes.RunAsync("billing", "application.mjs", settings.BillingApplication),
            _processes.RunAsync("notes", "browser-application.mjs", settings.NotesApplication));
        return (await ThirdPartyScenario.WalkAsync(name, Variables(settings), adjust)).Run;
    }

    /// <summary>What the processes printed, for a test that fails.</summary>
    public string Output => _processes.Output;

    public async ValueTask DisposeAsync()
    {
        await _processes.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal static Dictionary<string, string> Variables(SiteSettings settings) => new()
    {
        ["PROBER_THIRD_PARTY_ISSUER"] = settings.Issuer,
        ["PROBER_THIRD_PARTY_USER"] = "alice",
        ["PROBER_THIRD_PARTY_PASSWORD"] = RandomNumberGenerator.GetHexString(20),
        ["PROBER_THIRD_PARTY_PORTAL"] = settings.Portal,
        ["PROBER_THIRD_PARTY_PORTAL_CALLBACK"] = settings.RegisteredCallback,
        ["PROBER_THIRD_PARTY_PORTAL_LOG"] = settings.PortalLog,
        ["PROBER_THIRD_PARTY_NOTES"] = settings.Notes,
        ["PROBER_THIRD_PARTY_NOTES_LOG"] = settings.NotesLog,
        ["PROBER_THIRD_PARTY_BILLING"] = settings.Billing,
        ["PROBER_THIRD_PARTY_BILLING_LOG"] = settings.BillingLog,
    };
}
