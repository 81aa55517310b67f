using Prober.Lab.Mail;
using Prober.Lab.Provider.Federation;
using Prober.Lab.Provider.Management;

namespace Prober.Lab.Provider;

/// <summary>Everything one identity provider remembers: its applications, people, sessions and unfinished logins.</summary>
internal sealed class Tenant(LabOptions options, FaultBehaviour fault, Uri issuer, ClientRegistry clients)
{
    /// <summary>The one built-in user store, under Auth0's default name.</summary>
    public const string DatabaseConnection = "Username-Password-Authentication";

    public LabOptions Options { get; } = options;

    public FaultBehaviour Fault { get; } = fault;

    public Uri Issuer { get; } = issuer;

    public ClientRegistry Clients { get; } = clients;

    public TimeProvider Clock { get; } = fault.ProviderClock(options.Time);

    public UserStore Users { get; } = new(fault.Users(LabUsers.All));

    public SessionStore Sessions { get; } = new(options.IdleLifetime, options.AbsoluteLifetime, fault.ProviderClock(options.Time));

    public ManagementClient Management { get; } = new();

    public TransactionStore Transactions { get; } = new();

    public ConsentStore Consents { get; } = new();

    public CodeStore Codes { get; } = new();

    public ProviderLog Log { get; } = new(fault.ProviderClock(options.Time), fault);

    public Mailbox Mail { get; } = new(fault.MailScanner);

    public required FederationHub Federation { get; init; }

    /// <summary>Auth0's word for the kind of a connection.</summary>
    public string StrategyOf(string connection) => connection is Passwordless.Connection ? connection : Federation.Find(connection)?.Strategy ?? "auth0";

    /// <summary>Where a logout may lead: the list of the client that is named, else the tenant's.</summary>
    public IReadOnlyList<string> LogoutUrlsFor(string? clientId) => Clients.Find(clientId)?.LogoutUrls ?? LogoutUrls;

    /// <summary>Addresses any application may return to after logout, used when a logout names no client.</summary>
    public IReadOnlyList<string> LogoutUrls { get; init; } = [];
}
