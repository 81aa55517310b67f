using Prober.Checklist.Facts.Errors;
using Prober.Evidence.Provider.Log;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>An event of the provider's log with its place and its meaning.</summary>
/// <param name="Event">As it was logged.</param>
/// <param name="Index">Position in the log, for evidence pointers.</param>
/// <param name="Code">Null when no table knows the code.</param>
internal sealed record LoggedEvent(ProviderLogEvent Event, int Index, LogCode? Code)
{
    public LogResult Result => Code?.Result ?? LogResult.Unknown;

    public string? Topic => Code?.Topic;

    public bool Failed => Result is LogResult.Failure;

    /// <summary>The event in words: code, meaning and the provider's own description.</summary>
    public string Words
    {
        get
        {
            var said = PageError.Clean(Event.Description ?? Event.Outcome);
            return $"'{Event.Code}' ({Code?.Meaning ?? "a code that is not known"}){(said is null ? "" : $": “{said}”")}";
        }
    }

    public EvidencePointer Pointer => EvidencePointer.Log(Index, "code", PageError.Clean($"{Event.Code} {Event.Description ?? Event.Outcome}"));

    /// <summary>A text of the event's details, by the names on the way to it; null when it is not there.</summary>
    public string? Detail(params IReadOnlyList<string> path)
    {
        System.Text.Json.Nodes.JsonNode? node = Event.Details;
        foreach (var name in path) node = (node as System.Text.Json.Nodes.JsonObject)?[name];
        return node is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) ? PageError.Clean(text) : null;
    }
}
