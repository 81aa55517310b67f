using Microsoft.Extensions.DependencyInjection;
using Prober.Scenarios;

namespace Prober.Monitor.Bundles;

/// <summary>Bundles in the data folder, or beyond it in a bucket.</summary>
internal static class BundleSetup
{
    /// <exception cref="FormatException">A variable of the bucket is missing or wrong.</exception>
    public static void AddBundles(this IServiceCollection services, MonitorOptions options, ScenarioVariables variables)
    {
        services.AddSingleton<BundleFiles>();
        if (options.Bundles is not { } address) return;
        var client = BucketClient.Of(variables);
        services.AddSingleton(_ => new BundleBucket(address, client)).AddSingleton<Store.BundleStore>().AddSingleton<BundleMoves>().AddHostedService<BundleMover>();
    }
}
