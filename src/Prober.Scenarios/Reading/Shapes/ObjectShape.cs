using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>
/// An object with known keys. A subclass declares each key once, with its shape and its sentence, and builds the record;
/// unknown keys, missing keys, the schema and its documentation follow from the declarations.
/// </summary>
public abstract class ObjectShape<T>(string expected) : Shape<T>
{
    private readonly List<Key> _keys = [];
    private Key[] _exactlyOne = [];

    public override string Expected => expected;

    /// <summary>Name among the schema's definitions, for a shape used in several places.</summary>
    protected virtual string? DefinitionName => null;

    /// <summary>True when a message must not quote what stands in place of the object.</summary>
    protected virtual bool IsSecret => false;

    protected Key<TValue> Required<TValue>(string name, Shape<TValue> shape, string summary) => Add(new Key<TValue>(name, shape, summary, true));

    protected Key<TValue> Optional<TValue>(string name, Shape<TValue> shape, string summary) => Add(new Key<TValue>(name, shape, summary, false));

    protected Key<TValue> Optional<TValue>(string name, Shape<TValue> shape, string summary, TValue fallback) =>
        Add(new Key<TValue>(name, shape, summary, false) { HasDefault = true, Default = fallback });

    protected void ExactlyOneOf(params Key[] keys) => _exactlyOne = keys;

    protected abstract T Build(ObjectValues values, ReadContext context);

    public sealed override T Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictMap map) throw IsSecret ? node.UnexpectedSecret(Expected) : node.Unexpected(Expected);
        var values = new ObjectValues(map);
        foreach (var (name, value) in map.Entries) values.Add(Find(name), value, context);
        foreach (var key in _keys)
            if (key.IsRequired && !values.Has(key)) throw node.Error($"missing the key \"{key.Name}\": {char.ToLowerInvariant(key.Summary[0])}{key.Summary[1..]}");
        CheckExactlyOne(values);
        return Build(values, context);
    }

    public sealed override JsonObject Schema(SchemaDefinitions definitions) =>
        DefinitionName is null ? WriteSchema(definitions) : definitions.Reference(DefinitionName, () => WriteSchema(definitions));

    private Key<TValue> Add<TValue>(Key<TValue> key)
    {
        _keys.Add(key);
        return key;
    }

    private Key Find(StrictScalar name) => _keys.Find(key => key.Name == name.Text) ?? throw UnknownKey.Error(name, _keys);

    private void CheckExactlyOne(ObjectValues values)
    {
        if (_exactlyOne.Length == 0) return;
        var given = _exactlyOne.Where(values.Has).ToList();
        if (given.Count == 1) return;
        var found = given.Count == 0 ? "none" : Wording.And(given.Select(key => key.Name));
        throw values.Node.Error($"expected exactly one of {Wording.Or(_exactlyOne.Select(key => key.Name))}, found {found}.");
    }

    private JsonObject WriteSchema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        var required = _keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        schema["properties"] = new JsonObject(_keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, key.Schema(definitions))));
        if (_exactlyOne.Length > 0)
            schema["oneOf"] = new JsonArray([.. _exactlyOne.Select(key => new JsonObject { ["required"] = new JsonArray(key.Name) })]);
        return schema;
    }
}
