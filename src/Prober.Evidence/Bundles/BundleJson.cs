using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Bundles;

/// <summary>How a bundle's records look in JSON: camel case, enums in kebab case, instants in ISO 8601 with seven decimals, durations in milliseconds.</summary>
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(BundleObservations))]
[JsonSerializable(typeof(IReadOnlyList<CapturedToken>))]
[JsonSerializable(typeof(IReadOnlyList<SamlMessage>))]
[JsonSerializable(typeof(ProviderLog))]
internal sealed partial class BundleJson : JsonSerializerContext
{
    public static BundleJson Format { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new InstantConverter(), new MillisecondsConverter(), new KebabCaseEnumConverter() },
    });
}
