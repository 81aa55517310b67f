using Prober.Evidence;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers;

/// <summary>Says what the identity provider logged around a run.</summary>
public interface IProviderLogWitness
{
    /// <summary>Never throws for what the provider does: a refusal is the reason why there is nothing, a gap is a problem of the log.</summary>
    Task<Captured<ProviderLog>> ReadAsync(LogQuestion question, CancellationToken cancellationToken);
}
