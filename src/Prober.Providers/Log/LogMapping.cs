using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers;

/// <summary>Turns a page of raw events into evidence; one that cannot be read is counted, not fatal.</summary>
internal static class LogMapping
{
    public static (IReadOnlyList<ProviderLogEvent> Events, string? Problem) Read(IEnumerable<JsonObject> page, Func<JsonObject, ProviderLogEvent> map)
    {
        List<ProviderLogEvent> events = [];
        (int Count, string Expected) unread = (0, "");
        foreach (var json in page)
        {
            try
            {
                events.Add(map(json));
            }
            catch (UnexpectedShapeException shape)
            {
                unread = (unread.Count + 1, shape.Message);
            }
        }

        return (events, unread.Count == 0 ? null : $"{unread.Count} of the log's events could not be read: {unread.Expected}");
    }
}
