using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers;

/// <summary>Says how applications, connections and sessions are set up at the identity provider.</summary>
public interface IConfigurationWitness
{
    /// <summary>Never throws for what the provider does: a part that could not be read is null, with a sentence among the problems.</summary>
    Task<Captured<ProviderConfiguration>> ReadAsync(ConfigurationQuestion question, CancellationToken cancellationToken);
}
