using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Prober.Browser;
using Prober.Runs;

namespace Prober.EndToEnd.ThirdParty.SimpleSamlPhp;

/// <summary>
/// A SimpleSAMLphp identity provider and two applications on its service provider, each on PHP's own web server. They are started
/// once: their settings are files, read at each request.
/// </summary>
internal sealed class SimpleSamlPhpSite : IAsyncDisposable
{
    private static readonly string Scripts = Path.Combine(NodeRuntime.Folder, "SimpleSamlPhp");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-simplesamlphp-");
    private readonly int[] _ports = LoopbackPorts.Free(3);
    private readonly List<LocalServer> _servers = [];

    private SimpleSamlPhpSite()
    {
    }

    /// <summary>Settings in good order.</summary>
    public SimpleSamlPhpSettings Settings() => new(_ports[0], _ports[1], _ports[2], _folder.FullName);

    /// <summary>Skips the calling fixture where the software is not.</summary>
    public static async Task<SimpleSamlPhpSite> StartAsync()
    {
        SystemPackage.Require("SimpleSAMLphp", "simplesamlphp php-cli", "/usr/share/simplesamlphp/lib/_autoload.php", "/usr/bin/php");
        var site = new SimpleSamlPhpSite();
        try
        {
            site.MakeKey("provider");
            site.MakeKey("other");
            site.Write(site.Settings());
            site._servers.AddRange(await Task.WhenAll(site.ServeAsync("provider", 0), site.ServeAsync("portal", 1), site.ServeAsync("billing", 2)));
            await site.KeepMetadataAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Walks <c>scenarios/third-party/simplesamlphp.yaml</c> against the site with these settings.</summary>
    public async Task<(CompletedRun Run, RecordedRun Raw)> WalkAsync(SimpleSamlPhpSettings settings, string? password = null)
    {
        Write(settings);
        foreach (var log in _folder.EnumerateFiles("*.log")) log.Delete();
        return await ThirdPartyScenario.WalkAsync("simplesamlphp", Variables(settings, password));
    }

    /// <summary>What the servers logged in the last walk, for a test that fails.</summary>
    public string Output => string.Concat(_folder.EnumerateFiles("*.log").Select(file => $"\n--- {file.Name}\n{File.ReadAllText(file.FullName)}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<LocalServer> ServeAsync(string name, int port)
    {
        var start = LocalServer.UntilClosed("php", "-S", $"127.0.0.1:{_ports[port]}", "-t", "/usr/share/simplesamlphp/www", Path.Combine(Scripts, "server.php"));
        start.Environment["SIMPLESAMLPHP_CONFIG_DIR"] = Path.Combine(Scripts, "config");
        start.Environment["SIMPLESAMLPHP_SETTINGS"] = FileOf(name);
        return LocalServer.StartAsync(start, line => line.Contains("Development Server", StringComparison.Ordinal));
    }

    // The metadata as the applications were given it, for a provider that has changed since.
    private async Task KeepMetadataAsync()
    {
        using var client = new HttpClient();
        var published = await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{_ports[0]}/saml2/idp/metadata.php"));
        await File.WriteAllBytesAsync(Settings().KeptMetadata, published);
    }

    private void Write(SimpleSamlPhpSettings settings)
    {
        Write("provider", settings.Provider);
        Write("portal", settings.PortalServer);
        Write("billing", settings.BillingServer);
    }

    private void Write(string name, JsonObject settings) => File.WriteAllText(FileOf(name), settings.ToJsonString());

    private string FileOf(string name) => Path.Combine(_folder.FullName, $"{name}.json");

    private void MakeKey(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        File.WriteAllText(Path.Combine(_folder.FullName, $"{name}.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(_folder.FullName, $"{name}.crt"), certificate.ExportCertificatePem());
    }

    private static Dictionary<string, string> Variables(SimpleSamlPhpSettings settings, string? password) => new()
    {
        ["PROBER_THIRD_PARTY_METADATA"] = settings.Metadata,
        ["PROBER_THIRD_PARTY_USER"] = "alice",
        ["PROBER_THIRD_PARTY_PASSWORD"] = password ?? SimpleSamlPhpSettings.Password,
        ["PROBER_THIRD_PARTY_PORTAL"] = settings.Portal,
        ["PROBER_THIRD_PARTY_PORTAL_LOG"] = settings.PortalLog,
        ["PROBER_THIRD_PARTY_BILLING"] = settings.Billing,
        ["PROBER_THIRD_PARTY_BILLING_LOG"] = settings.BillingLog,
    };
}
