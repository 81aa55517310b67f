using Prober.Lab.Applications;
using Prober.Lab.Applications.Saml;
using Prober.Lab.Applications.WsFederation;
using Prober.Lab.Hosting;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Federation;
using Prober.Lab.Upstream;

namespace Prober.Lab;

/// <summary>Which site stands where, and who knows whom.</summary>
internal sealed class LabLayout : IAsyncDisposable
{
    private readonly ApplicationProfiles profiles;
    private readonly FederationWiring federation;

    public LabLayout(LabOptions options)
    {
        Fault = Faults.For(options.Fault);
        Options = Fault.Prepare(options);
        IdentityProvider = LabSite.Reserve(
            Options.ProviderNameUnknown ? LabNames.UnknownProvider : LabNames.IdentityProvider,
            Options.ProviderCertificateExpired ? LabCertificate.Expired : Options.Https ? LabCertificate.Instance : null);
        Upstream = LabSite.Reserve(LabNames.Upstream, Options.Https);
        Portal = LabSite.Reserve(LabNames.Portal(Options.TestNames), Options.Https);
        Billing = LabSite.Reserve(LabNames.Billing(Options.TestNames), Options.Https);
        Notes = LabSite.Reserve(LabNames.Notes, Options.Https);
        Ledger = LabSite.Reserve(LabNames.Ledger, Options.Https);
        Archive = LabSite.Reserve(LabNames.Archive, Options.Https);
        Neutral = LabSite.Reserve(LabNames.Neutral, Options.Https);
        profiles = new ApplicationProfiles(this);
        federation = new FederationWiring(IdentityProvider.Address, Upstream.Address);
    }

    public LabOptions Options { get; }

    public FaultBehaviour Fault { get; }

    public LabSite IdentityProvider { get; }

    /// <summary>The provider behind the provider.</summary>
    public LabSite Upstream { get; }

    public LabSite Portal { get; }

    public LabSite Billing { get; }

    public LabSite Notes { get; }

    /// <summary>The SAML application.</summary>
    public LabSite Ledger { get; }

    /// <summary>The WS-Federation application.</summary>
    public LabSite Archive { get; }

    public LabSite Neutral { get; }

    private IReadOnlyDictionary<string, Uri> Applications => new Dictionary<string, Uri>
    {
        ["Portal"] = Portal.Address,
        ["Billing"] = Billing.Address,
        ["Notes"] = Notes.Address,
        ["Ledger"] = Ledger.Address,
        ["Archive"] = Archive.Address,
    };

    public Tenant CreateTenant()
    {
        var clients = new ClientRegistry(profiles.Clients());
        return new Tenant(Options, Fault, IdentityProvider.Address, clients)
        {
            Federation = new FederationHub(federation.Connections(Fault, Options.Time)),
            LogoutUrls = [Neutral.Address.ToString()],
        };
    }

    public Task StartAsync(Tenant tenant, LabLogs logs, CancellationToken cancellationToken)
    {
        var provider = new IdentityProviderSite(tenant);
        var neutral = new NeutralSite(Applications, tenant.Mail);
        return Task.WhenAll(
            IdentityProvider.StartAsync(provider.Configure, provider.Map, cancellationToken),
            StartUpstreamAsync(cancellationToken),
            StartServerApplicationAsync(Portal, profiles.Portal, logs.Portal, cancellationToken),
            StartServerApplicationAsync(Billing, profiles.Billing, logs.Billing, cancellationToken),
            StartLedgerAsync(logs.Ledger, cancellationToken),
            StartArchiveAsync(logs.Archive, cancellationToken),
            StartNotesAsync(logs.Notes, cancellationToken),
            Neutral.StartAsync(_ => { }, neutral.Map, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { Neutral, Archive, Ledger, Notes, Billing, Portal, Upstream, IdentityProvider })
            await site.DisposeAsync();
    }

    private Task StartUpstreamAsync(CancellationToken cancellationToken)
    {
        var upstream = new UpstreamSite(new UpstreamProvider(Options, Fault, Upstream.Address, federation.Broker()));
        return Upstream.StartAsync(_ => { }, upstream.Map, cancellationToken);
    }

    private Task StartServerApplicationAsync(
        LabSite site, ApplicationProfile profile, ApplicationLog log, CancellationToken cancellationToken)
    {
        var pages = new ApplicationPages(profile, Others(profile), Options.Time);
        var application = new ServerApplicationSite(profile, pages, log, Fault, Fault.ApplicationClock(profile.Kind, Options.Time));
        return site.StartAsync(application.Configure, application.Map, cancellationToken);
    }

    private Task StartLedgerAsync(ApplicationLog log, CancellationToken cancellationToken)
    {
        var profile = profiles.Ledger;
        var pages = new ApplicationPages(profile, Others(profile), Options.Time);
        var endpoints = new SamlApplicationEndpoints(
            profile, SamlWiring.Self(profile), SamlWiring.Provider(profile), pages, log, Options.Time);
        var application = new SamlApplicationSite(profile, pages, endpoints, Fault, Options.Time);
        return Ledger.StartAsync(application.Configure, application.Map, cancellationToken);
    }

    private Task StartArchiveAsync(ApplicationLog log, CancellationToken cancellationToken)
    {
        var profile = profiles.Archive;
        var pages = new ApplicationPages(profile, Others(profile), Options.Time);
        var endpoints = new WsFederationApplicationEndpoints(profile, pages, log, Options.Time);
        var application = new WsFederationApplicationSite(profile, pages, endpoints, Fault, Options.Time);
        return Archive.StartAsync(application.Configure, application.Map, cancellationToken);
    }

    private Task StartNotesAsync(ApplicationLog log, CancellationToken cancellationToken)
    {
        var application = new BrowserApplicationSite(
            profiles.Notes, Others(profiles.Notes), log, Fault, Fault.ApplicationClock(ApplicationKind.Notes, Options.Time));
        return Notes.StartAsync(_ => { }, application.Map, cancellationToken);
    }

    private Dictionary<string, Uri> Others(ApplicationProfile profile) =>
        Applications.Where(application => application.Key != profile.Name).ToDictionary();
}
