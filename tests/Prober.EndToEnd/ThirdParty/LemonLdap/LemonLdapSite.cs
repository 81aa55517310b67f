using Prober.Browser;
using Prober.Runs;

namespace Prober.EndToEnd.ThirdParty.LemonLdap;

/// <summary>
/// LemonLDAP::NG's portal as OpenID provider, and two applications on express-openid-connect, kept over tests: what a test configures otherwise is
/// started again.
/// </summary>
internal sealed class LemonLdapSite : IAsyncDisposable
{
    private const string Packages =
        "liblemonldap-ng-portal-perl starman libstring-random-perl libio-string-perl libcrypt-openssl-bignum-perl libdbd-sqlite3-perl";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-lemonldap-");
    private readonly int[] _ports = LoopbackPorts.Free(4);
    private readonly NodeProcesses _applications = new();
    private (string Settings, LocalServer Server)? _provider;

    private LemonLdapSite()
    {
    }

    /// <summary>Settings in good order.</summary>
    public LemonLdapSettings Settings() => new(new SiteSettings(_ports[0], _ports[1], _ports[2], _ports[3], _folder.FullName), _folder.FullName);

    /// <summary>Skips the calling fixture where the software is not.</summary>
    public static async Task<LemonLdapSite> StartAsync()
    {
        await NodeRuntime.RequireAsync();
        SystemPackage.Require("LemonLDAP::NG", Packages, "/usr/share/perl5/Lemonldap/NG/Portal/Main.pm", "/usr/bin/starman",
            "/usr/share/perl5/String/Random.pm", "/usr/share/perl5/IO/String.pm");
        var site = new LemonLdapSite();
        await LemonLdapAccounts.WriteAsync(site._folder.FullName);
        return site;
    }

    /// <summary>Walks <c>scenarios/third-party/lemonldap-ng.yaml</c> against the site with these settings.</summary>
    public async Task<(CompletedRun Run, RecordedRun Raw)> WalkAsync(LemonLdapSettings settings, string? password = null)
    {
        await Task.WhenAll(
            ProvideAsync(settings.Configuration().ToJsonString()),
            _applications.RunAsync("portal", "application.mjs", settings.Applications.PortalApplication),
            _applications.RunAsync("billing", "application.mjs", settings.Applications.BillingApplication));
        var variables = Site.Variables(settings.Applications);
        variables["PROBER_THIRD_PARTY_PASSWORD"] = password ?? LemonLdapAccounts.Password;
        return await ThirdPartyScenario.WalkAsync("lemonldap-ng", variables);
    }

    /// <summary>What the processes printed, for a test that fails.</summary>
    public string Output => _applications.Output + $"\n--- provider\n{_provider?.Server.Output}";

    public async ValueTask DisposeAsync()
    {
        await _applications.DisposeAsync();
        if (_provider is { } provider) await provider.Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task ProvideAsync(string configuration)
    {
        if (_provider?.Settings == configuration) return;
        if (_provider is { } before) await before.Server.DisposeAsync();
        _provider = null;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "lmConf-1.json"), configuration);
        var file = Path.Combine(_folder.FullName, "lemonldap-ng.ini");
        await File.WriteAllTextAsync(file, $"""
            [all]
            logLevel = notice
            [configuration]
            type = File
            dirName = {_folder.FullName}
            [portal]
            staticPrefix = /static
            templateDir = /usr/share/lemonldap-ng/portal/templates
            languages = en
            """);
        var start = LocalServer.UntilClosed("starman", "--listen", $"127.0.0.1:{_ports[0]}", "--workers", "2", "--preload-app",
            Path.Combine(NodeRuntime.Folder, "LemonLdap", "portal.psgi"));
        start.Environment["LLNG_DEFAULTCONFFILE"] = file;
        _provider = (configuration, await LocalServer.StartAsync(start, line => line.StartsWith("Setting gid", StringComparison.Ordinal) || line.StartsWith("Binding to", StringComparison.Ordinal)));
    }
}
