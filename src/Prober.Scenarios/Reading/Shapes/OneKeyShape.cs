using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>An object with exactly one key, which says what kind of thing it is: <c>- login: portal</c>.</summary>
public abstract class OneKeyShape<T>(string expected) : Shape<T>
{
    private readonly List<Key<T>> _kinds = [];

    public override string Expected => $"{expected}: {Wording.Or(_kinds.Select(kind => kind.Name))}";

    protected void Kind(string name, Shape<T> shape, string summary) => _kinds.Add(new Key<T>(name, shape, summary, false));

    protected virtual T Finish(T value, StrictEntry entry) => value;

    public sealed override T Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictMap map || map.Entries.Count == 0) throw node.Unexpected(Expected);
        var (name, value) = map.Entries[0];
        var kind = _kinds.Find(each => each.Name == name.Text) ?? throw UnknownKey.Error(name, _kinds);
        if (map.Entries.Count > 1)
        {
            var keys = Wording.And(map.Entries.Select(entry => entry.Key.Text));
            throw map.Entries[1].Key.Error($"expected one key in each item of the list, found {keys}; begin a new item with \"- \".");
        }
        return Finish((T)kind.Read(value, context)!, map.Entries[0]);
    }

    public sealed override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
        ["properties"] = new JsonObject(_kinds.Select(kind => KeyValuePair.Create<string, JsonNode?>(kind.Name, kind.Schema(definitions)))),
    };
}
