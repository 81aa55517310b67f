using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>The member <c>_prober</c> of a log: what HAR has no place for.</summary>
internal static class HarProberField
{
    public static HarReadReport? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) return JsonSerializer.Deserialize(ref reader, HarJson.Default.HarReadReport);
        reader.Skip();
        return null;
    }
}
