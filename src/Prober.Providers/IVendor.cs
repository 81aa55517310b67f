using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers;

/// <summary>How one provider writes its records, in its API and in files that a person exported, which are the same.</summary>
internal interface IVendor
{
    string Kind { get; }

    ProviderWitnesses Witnesses(ManagementAccess access, ApiConnection connection);

    /// <exception cref="UnexpectedShapeException">It is no event of this provider's log.</exception>
    ProviderLogEvent Event(JsonObject json);

    /// <exception cref="UnexpectedShapeException">It is no user of this provider.</exception>
    UserRecord User(JsonObject json);

    /// <summary>Adds what one exported object says of the settings.</summary>
    /// <exception cref="UnexpectedShapeException">It is none of the settings that are known.</exception>
    ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration);
}
