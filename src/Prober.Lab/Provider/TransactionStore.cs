using System.Collections.Concurrent;
using OpenIddict.Abstractions;

namespace Prober.Lab.Provider;

/// <summary>Logins under way, by the provider's own state.</summary>
internal sealed class TransactionStore
{
    private readonly ConcurrentDictionary<string, LoginTransaction> transactions = new();

    public LoginTransaction Begin(OpenIddictRequest request, RegisteredClient client, ProviderSession? existing = null)
    {
        var transaction = new LoginTransaction(request, client, existing);
        return transactions[transaction.State] = transaction;
    }

    public LoginTransaction? Find(string? state) => state is null ? null : transactions.GetValueOrDefault(state);

    public void End(LoginTransaction transaction) => transactions.TryRemove(transaction.State, out _);
}
