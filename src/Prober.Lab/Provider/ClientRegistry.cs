namespace Prober.Lab.Provider;

/// <summary>The tenant's applications, looked up by client identifier.</summary>
internal sealed class ClientRegistry(IEnumerable<RegisteredClient> clients)
{
    private readonly Dictionary<string, RegisteredClient> clients = clients.ToDictionary(client => client.ClientId);

    public RegisteredClient? Find(string? clientId) => clientId is null ? null : clients.GetValueOrDefault(clientId);

    public IEnumerable<RegisteredClient> All => clients.Values;

    public bool AllowsOrigin(string origin) => clients.Values.Any(client => client.WebOrigins.Contains(origin));
}
