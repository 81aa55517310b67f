namespace Prober.Evidence.Bundles;

/// <summary>Distributes a bundle over its files, and names the parts that are missing.</summary>
internal sealed class BundleParts(EvidenceBundle bundle)
{
    public BundleObservations Observations => new()
    {
        Pkce = bundle.Pkce,
        Phases = bundle.Phases.Value,
        Tabs = bundle.Tabs.Value,
        Cookies = bundle.Cookies.Value,
        Storage = bundle.Storage.Value,
        Console = bundle.Console.Value,
        Provider = bundle.Provider.Value,
        Users = bundle.Users.Value,
        Configuration = bundle.Configuration.Value,
        ProviderServerLogs = bundle.ProviderServerLogs.Value,
        ApplicationLogs = bundle.ApplicationLogs.Value,
        Alternate = bundle.Alternate.Value,
        Received = bundle.Received.Value,
    };

    public BundleManifest Manifest(IReadOnlyList<string> files) => new()
    {
        SchemaVersion = BundleFiles.SchemaVersion,
        Run = bundle.Run,
        Expectations = bundle.Expectations,
        Files = files,
        Missing = Missing(),
    };

    private Dictionary<string, string> Missing()
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("traffic", bundle.Traffic);
        Add("tokens", bundle.Tokens);
        Add("phases", bundle.Phases);
        Add("tabs", bundle.Tabs);
        Add("cookies", bundle.Cookies);
        Add("storage", bundle.Storage);
        Add("console", bundle.Console);
        Add("provider", bundle.Provider);
        Add("providerLog", bundle.ProviderLog);
        Add("users", bundle.Users);
        Add("configuration", bundle.Configuration);
        Add("providerServerLogs", bundle.ProviderServerLogs);
        Add("applicationLogs", bundle.ApplicationLogs);
        Add("alternate", bundle.Alternate);
        Add("received", bundle.Received);
        return missing;

        void Add<T>(string part, Captured<T> captured)
            where T : class
        {
            if (!captured.IsPresent) missing[part] = captured.Missing ?? "";
        }
    }
}
