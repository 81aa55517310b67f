using System.Text.Json;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>The member <c>_prober</c> of a log: what HAR has no place for.</summary>
internal static class HarProberField
{
    public static HarReadReport? Read(JsonStreamReader json)
    {
        if (json.Peek() == '{') return JsonSerializer.Deserialize(json.Copy(), HarJson.Default.HarReadReport);
        json.SkipValue();
        return null;
    }
}
