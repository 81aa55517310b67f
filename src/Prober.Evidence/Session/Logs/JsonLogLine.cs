using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Session.Logs;

/// <summary>One log event as a JSON object, under the names that Serilog, pino, bunyan, logstash and .NET's JSON console use.</summary>
public static class JsonLogLine
{
    private static readonly string[] Times = ["@t", "time", "timestamp", "@timestamp", "Timestamp", "ts"];
    private static readonly string[] Levels = ["@l", "level", "Level", "LogLevel", "severity", "lvl"];
    private static readonly string[] Messages = ["@m", "msg", "message", "Message", "RenderedMessage", "@mt", "MessageTemplate"];
    private static readonly string[] Exceptions = ["@x", "Exception", "exception", "stack", "err", "error"];

    /// <summary>Null when the line is no JSON object.</summary>
    public static LogLine? Read(string line, DateTimeOffset from)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject json) return null;
            var text = string.Join('\n', new[] { First(json, Messages), First(json, Exceptions) }.Where(part => part is not null));
            // Serilog leaves the level out when it is Information.
            var level = First(json, Levels) ?? (json.ContainsKey("@t") ? "information" : "");
            return new LogLine(TimeOf(First(json, Times)) ?? from, LogLevels.Read(level), text.Length > 0 ? text : line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? First(JsonObject json, string[] names) =>
        names.Select(name => json[name]).FirstOrDefault(node => node is not null) is { } found
            ? found is JsonValue value && value.TryGetValue<string>(out var text) ? text : found.ToJsonString()
            : null;

    private static DateTimeOffset? TimeOf(string? text)
    {
        if (text is null) return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return DateTimeOffset.FromUnixTimeMilliseconds((long)(number < 1e11 ? number * 1000 : number));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
