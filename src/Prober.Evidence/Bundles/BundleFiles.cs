namespace Prober.Evidence.Bundles;

/// <summary>Names of the files in a bundle.</summary>
public static class BundleFiles
{
    public const int SchemaVersion = 1;

    public const string Manifest = "manifest.json";

    public const string Traffic = "traffic.har";

    public const string Tokens = "tokens.json";

    public const string Observations = "observations.json";

    public const string Assertions = "assertions.json";

    public const string ProviderLog = "idp-log.json";

    public const string Screens = "screens";

    public const string Trace = "trace.zip";

    /// <summary>The scenario file as it was written, secrets masked; only where somebody asked for one file for a ticket.</summary>
    public const string Scenario = "scenario.yaml";
}
