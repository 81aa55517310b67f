using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Prober.Browser.LoginPages;

/// <summary>Reads this folder's vendor data out of the assembly.</summary>
internal static class EmbeddedData
{
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream($"Prober.Browser.LoginPages.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"{name} is empty");
    }
}

[JsonSerializable(typeof(Dictionary<string, ProviderPage>))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(Interstitial[]))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class LoginPagesJson : JsonSerializerContext;
