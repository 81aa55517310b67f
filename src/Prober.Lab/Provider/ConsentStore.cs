using System.Collections.Concurrent;

namespace Prober.Lab.Provider;

/// <summary>Who has allowed which application to learn who they are.</summary>
internal sealed class ConsentStore
{
    private readonly ConcurrentDictionary<(string Subject, string ClientId), bool> consents = new();

    public bool IsDue(RegisteredClient client, LabUser user) =>
        client.NeedsConsent && !consents.ContainsKey((user.Subject, client.ClientId));

    public void Grant(RegisteredClient client, LabUser user) => consents[(user.Subject, client.ClientId)] = true;
}
