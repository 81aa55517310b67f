using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Prober.Evidence.Har;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Bundles;

/// <summary>Reads a bundle folder. Throws <see cref="BundleFormatException"/> with file and reason for anything that <see cref="BundleWriter"/> did not write.</summary>
public static class BundleReader
{
    /// <summary>True when a folder holds a bundle's first file.</summary>
    public static bool IsBundle(string folder) => File.Exists(Path.Combine(folder, BundleFiles.Manifest));

    public static EvidenceBundle Read(string folder)
    {
        if (!IsBundle(folder)) throw new BundleFormatException($"{folder}: expected a bundle, but there is no {BundleFiles.Manifest} in it");
        CheckVersion(Path.Combine(folder, BundleFiles.Manifest));
        var manifest = ReadJson(folder, BundleFiles.Manifest, BundleJson.Format.BundleManifest);
        foreach (var file in manifest.Files.Where(file => BundlePath.Inside(folder, file) is not { } path || !File.Exists(path)))
            throw new BundleFormatException($"{Path.Combine(folder, file)}: named in {BundleFiles.Manifest}, but not there (the redaction audit deletes a file that holds a secret; such a run has to be repeated)");

        var seen = ReadJson(folder, BundleFiles.Observations, BundleJson.Format.BundleObservations);
        var source = new BundleSource(folder, manifest);
        return new()
        {
            Run = manifest.Run,
            Expectations = manifest.Expectations,
            Traffic = source.Part("traffic", source.Has(BundleFiles.Traffic) ? ReadTraffic(folder) : null),
            Tokens = source.Part("tokens", ReadOptional<IReadOnlyList<CapturedToken>>(source, BundleFiles.Tokens, BundleJson.Format.IReadOnlyListCapturedToken)),
            Assertions = source.Part("assertions", ReadOptional<IReadOnlyList<SamlMessage>>(source, BundleFiles.Assertions, BundleJson.Format.IReadOnlyListSamlMessage)),
            Pkce = seen.Pkce,
            Phases = source.Part("phases", seen.Phases),
            Tabs = source.Part("tabs", seen.Tabs),
            Cookies = source.Part("cookies", seen.Cookies),
            Storage = source.Part("storage", seen.Storage),
            Console = source.Part("console", seen.Console),
            Provider = source.Part("provider", seen.Provider),
            ProviderLog = source.Part("providerLog", ReadOptional<ProviderLog>(source, BundleFiles.ProviderLog, BundleJson.Format.ProviderLog)),
            Users = source.Part("users", seen.Users),
            Configuration = source.Part("configuration", seen.Configuration),
            ProviderServerLogs = source.Part("providerServerLogs", seen.ProviderServerLogs),
            ApplicationLogs = source.Part("applicationLogs", seen.ApplicationLogs),
            Alternate = source.Part("alternate", seen.Alternate),
            Received = source.Part("received", seen.Received),
            Screens = source.Screens(),
        };
    }

    // Before the rest is bound: a newer version may have members that this one would misread.
    private static void CheckVersion(string file)
    {
        using var stream = File.OpenRead(file);
        try
        {
            using var json = JsonDocument.Parse(stream);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("schemaVersion", out var version) || !version.TryGetInt32(out var number))
                throw new BundleFormatException($"{file}: expected a member \"schemaVersion\" with a whole number");
            if (number != BundleFiles.SchemaVersion)
                throw new BundleFormatException($"{file}: schemaVersion is {number}, but this prober reads {BundleFiles.SchemaVersion}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BundleFormatException($"{file}: expected a JSON object with a whole number \"schemaVersion\": {exception.Message}", exception);
        }
    }

    private static HarLog ReadTraffic(string folder)
    {
        var file = Path.Combine(folder, BundleFiles.Traffic);
        using var stream = File.OpenRead(file);
        try
        {
            return HarReader.Read(stream, new() { Bodies = BodyRetention.All });
        }
        catch (HarFormatException exception)
        {
            throw new BundleFormatException($"{file}: {exception.Message}", exception);
        }
    }

    private static T? ReadOptional<T>(BundleSource source, string name, JsonTypeInfo<T> type)
        where T : class => source.Has(name) ? ReadJson(source.Folder, name, type) : null;

    private static T ReadJson<T>(string folder, string name, JsonTypeInfo<T> type)
        where T : class
    {
        var file = Path.Combine(folder, name);
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, type) ?? throw new BundleFormatException($"{file}: expected an object, but there is null");
        }
        catch (FileNotFoundException exception)
        {
            throw new BundleFormatException($"{file}: not there, but every bundle has it", exception);
        }
        catch (JsonException exception)
        {
            throw new BundleFormatException(
                $"{file}: line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}, at {exception.Path ?? "$"}: {exception.Message}", exception);
        }
    }
}
