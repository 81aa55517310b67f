using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prober.Checklist.Facts;

/// <summary>Reads the vendor knowledge that lives beside the code as JSON; a table that does not fit its type stops at once.</summary>
internal static class EmbeddedData
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static T Read<T>(string file)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream($"Prober.Checklist.Data.{file}")
            ?? throw new InvalidOperationException($"The table {file} is not part of the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new InvalidOperationException($"The table {file} is empty.");
    }
}
