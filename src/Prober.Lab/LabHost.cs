using Prober.Lab.Hosting;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>
/// A whole login landscape in one process: an identity provider in Auth0's shape, two server-side applications, a
/// browser application, one that speaks SAML, one that speaks WS-Federation, and a neutral page with links, each on a
/// loopback port of its own. Several labs can run at once.
/// </summary>
public sealed class LabHost : IAsyncDisposable
{
    private readonly LabLayout layout;
    private readonly Tenant tenant;
    private readonly LabLogs logs;
    private int disposed;

    private LabHost(LabLayout layout, Tenant tenant, LabLogs logs)
    {
        this.layout = layout;
        this.tenant = tenant;
        this.logs = logs;
        Variables = LabVariables.For(layout, tenant, logs);
    }

    public Uri IdentityProvider => layout.IdentityProvider.Address;

    /// <summary>The provider behind the provider.</summary>
    public Uri Upstream => layout.Upstream.Address;

    public Uri Portal => layout.Portal.Address;

    public Uri Billing => layout.Billing.Address;

    /// <summary>The browser application.</summary>
    public Uri Notes => layout.Notes.Address;

    /// <summary>The SAML application.</summary>
    public Uri Ledger => layout.Ledger.Address;

    /// <summary>The WS-Federation application.</summary>
    public Uri Archive => layout.Archive.Address;

    /// <summary>A page on an origin of its own with a link to each application.</summary>
    public Uri Neutral => layout.Neutral.Address;

    /// <summary>The values that scenario files name, such as <c>PROBER_LAB_PORTAL</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Everybody the identity provider knows, with the password a scenario would type.</summary>
    public IReadOnlyList<LabUser> Users { get; } = [.. LabUsers.All, .. LabUsers.Workforce];

    /// <summary>The argument by which Chromium reaches the lab's <c>.test</c> names, and no <c>.invalid</c> one whatever a resolver says.</summary>
    public static string NameRules => "--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.invalid ~NOTFOUND";

    /// <summary>What Chromium needs on its command line to reach this lab's names and to trust its certificate.</summary>
    public IReadOnlyList<string> BrowserArguments =>
    [
        .. layout.Options.TestNames || layout.Options.ProviderNameUnknown ? [NameRules] : (string[])[],
        .. layout.Options.Https ? [$"--ignore-certificate-errors-spki-list={LabCertificate.PublicKeyHash}"] : (string[])[],
    ];

    /// <summary>The identity provider's log so far.</summary>
    public IReadOnlyList<ProviderEvent> Events => tenant.Log.Events;

    public static async Task<LabHost> StartAsync(LabOptions options, CancellationToken cancellationToken)
    {
        var layout = new LabLayout(options);
        var tenant = layout.CreateTenant();
        var logs = new LabLogs(layout.Fault, layout.Options.Time);
        tenant.Log.Server = logs.Provider;
        var lab = new LabHost(layout, tenant, logs);
        try
        {
            await layout.StartAsync(tenant, logs, cancellationToken);
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes every session at the identity provider so much older, as if nobody had come by for that long.</summary>
    public void AdvanceSessions(TimeSpan time) => tenant.Sessions.Advance(time);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;

        await layout.DisposeAsync();
        logs.Dispose();
    }
}
