using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Fields as a SAML-tracer export has them (github.com/simplesamlphp/SAML-tracer, src/SAMLTrace.js): a list of name and values, before version
/// 1.0 also for headers, or an object with a list of values under each name, as the browser's webRequest interface gives it.
/// </summary>
internal static class NamedFields
{
    /// <summary>True for <c>["password", "…"]</c> in a list of fields or headers.</summary>
    public static bool IsField(JsonArray array, string member) =>
        member is "post" or "get" or "requestHeaders" or "responseHeaders" && array.Count >= 2 && array.All(IsText);

    public static (string Name, IEnumerable<string> Values) Of(JsonArray field) => (field[0]!.GetValue<string>(), field.Skip(1).Select(value => value!.GetValue<string>()));

    /// <summary>True for <c>{ "password": ["…"] }</c> in the place of a form; false for a HAR's <c>postData</c>.</summary>
    public static bool IsForm(JsonObject json, string member) =>
        member is "post" or "postData" or "get" && json.Count > 0 && json.All(field => field.Value is JsonArray values && values.All(IsText));

    public static IEnumerable<string> Values(JsonNode? values) => (values as JsonArray ?? []).Select(value => value!.GetValue<string>());

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
