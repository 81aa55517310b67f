using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Sanitizing;

/// <summary>The same for programs: kinds, places and numbers, never a value.</summary>
internal static class SanitizeSummaryJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(IEnumerable<SanitizedCopy> copies, bool keptSecrets) => new JsonObject
    {
        ["schemaVersion"] = 1,
        ["copies"] = new JsonArray([.. copies.Select(copy => Copy(copy, keptSecrets))]),
    }.ToJsonString(Indented);

    private static JsonObject Copy(SanitizedCopy copy, bool keptSecrets) => new()
    {
        ["input"] = copy.Input,
        ["output"] = copy.Output,
        ["written"] = copy.IsWritten,
        ["secretsKept"] = keptSecrets,
        ["entries"] = copy.Result.Entries,
        ["removedBodies"] = copy.Result.RemovedBodies,
        ["replacements"] = new JsonArray([.. copy.Result.Replacements.Select(found => new JsonObject { ["kind"] = Name(found.Kind), ["place"] = found.Place, ["count"] = found.Count })]),
        ["leaks"] = new JsonArray([.. copy.Result.Leaks.Select(leak => new JsonObject { ["kind"] = Name(leak.Kind), ["encoding"] = Name(leak.Encoding), ["offset"] = leak.Offset })]),
    };

    private static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
