using System.Text.Json.Serialization;

namespace Prober.Evidence.Har;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HarReadReport))]
internal sealed partial class HarJson : JsonSerializerContext;
