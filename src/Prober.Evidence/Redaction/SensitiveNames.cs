using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace Prober.Evidence.Redaction;

/// <summary>Names of parameters, fields, headers and claims whose values are sensitive; read from <c>sensitive-names.json</c>.</summary>
internal static class SensitiveNames
{
    private static readonly SensitiveNamesFile File = Load();

    private static readonly FrozenDictionary<string, SecretKind> Kinds = File.Values
        .SelectMany(entry => entry.Value.Select(name => KeyValuePair.Create(name, entry.Key)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Saml = File.Saml.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Public = File.PublicParameters.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Kept = File.Claims.Kept.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All names, to find where one stands in a text.</summary>
    public static SearchValues<string> InText { get; } = SearchValues.Create([.. Kinds.Keys, .. Saml], StringComparison.OrdinalIgnoreCase);

    public static SecretKind? KindOf(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    public static SecretKind? KindOf(ReadOnlySpan<char> name) =>
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kind) ? kind : null;

    public static bool IsSaml(string name) => Saml.Contains(name);

    public static bool IsPublic(string name) => Public.Contains(name);

    /// <summary>Claims that say nothing about a person and that checks compare.</summary>
    public static bool IsKeptClaim(string name) => Kept.Contains(name);

    /// <summary>Claims that checks only compare for equality.</summary>
    public static SecretKind? FingerprintedClaim(string name) => File.Claims.Fingerprinted.TryGetValue(name, out var kind) ? kind : null;

    private static SensitiveNamesFile Load()
    {
        using var stream = typeof(SensitiveNames).Assembly.GetManifestResourceStream("sensitive-names.json")!;
        return JsonSerializer.Deserialize(stream, SensitiveNamesJson.Default.SensitiveNamesFile)!;
    }
}
