using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>One of several words, each with its value.</summary>
public sealed class ChoiceShape<T>(IReadOnlyDictionary<string, T> choices) : Shape<T>
{
    public override string Expected => $"{(choices.Count > 12 ? "one of " + choices.Count + " words, such as " : "")}{Wording.Or(choices.Keys.Take(12))}";

    public override T Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar scalar || scalar.IsMissing) throw node.Unexpected(Expected);
        if (choices.TryGetValue(context.Resolve(scalar), out var value)) return value;
        throw node.Error($"expected {Expected}, found {node.Describe()}.{Suggestion.For(scalar.Text, choices.Keys)}");
    }

    public override JsonNode Write(T value) => choices.First(choice => Equals(choice.Value, value)).Key;

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray([.. choices.Keys.Select(word => JsonValue.Create(word))]) },
            new JsonObject { ["type"] = "string", ["pattern"] = Interpolation.SchemaPattern }),
    };
}
