using System.Text.Json.Serialization;

namespace Prober.Evidence.Redaction;

/// <summary>The shape of <c>sensitive-names.json</c>.</summary>
internal sealed record SensitiveNamesFile(
    IReadOnlyDictionary<SecretKind, IReadOnlyList<string>> Values,
    IReadOnlyList<string> Saml,
    IReadOnlyList<string> PublicParameters,
    SensitiveClaims Claims);

/// <summary>What happens to claims; those not named are personal.</summary>
internal sealed record SensitiveClaims(IReadOnlyList<string> Kept, IReadOnlyDictionary<string, SecretKind> Fingerprinted);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SensitiveNamesFile))]
internal sealed partial class SensitiveNamesJson : JsonSerializerContext;
