using Prober.Evidence;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers;

/// <summary>Says what the identity provider's directory holds of an account.</summary>
public interface IUserRecordWitness
{
    /// <summary>Never throws for what the provider does. No record at all is an answer; a refusal is the reason why there is none.</summary>
    Task<Captured<UserRecords>> ReadAsync(UserQuestion question, CancellationToken cancellationToken);
}
