using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prober.Evidence.Bundles;

/// <summary>Durations as a number of milliseconds; decimal arithmetic keeps every tick.</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var milliseconds)) throw new JsonException("expected a number of milliseconds");
        var ticks = milliseconds * TimeSpan.TicksPerMillisecond;
        return ticks is >= long.MinValue and <= long.MaxValue ? new TimeSpan((long)ticks) : throw new JsonException("the number of milliseconds is too large");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((decimal)value.Ticks / TimeSpan.TicksPerMillisecond);
}
