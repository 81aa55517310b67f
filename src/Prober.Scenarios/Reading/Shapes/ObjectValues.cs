namespace Prober.Scenarios.Reading.Shapes;

/// <summary>The values of one object, by the keys that describe them.</summary>
public sealed class ObjectValues(StrictMap node)
{
    private readonly Dictionary<Key, (object? Value, StrictNode Node)> _values = [];

    public StrictMap Node => node;

    /// <summary>The value, or the key's default, which is null for a key that declares none.</summary>
    public T Get<T>(Key<T> key) => _values.TryGetValue(key, out var found) ? (T)found.Value! : key.Default!;

    /// <summary>The value, or null when the file has no such key.</summary>
    public T? Maybe<T>(Key<T> key) where T : struct => _values.TryGetValue(key, out var found) ? (T)found.Value! : null;

    /// <summary>The value, or another one when the file has no such key; the key's default does not come in.</summary>
    public T? Or<T>(Key<T> key, T? other) => _values.TryGetValue(key, out var found) ? (T?)found.Value : other;

    public bool Has(Key key) => _values.ContainsKey(key);

    /// <summary>Where the value stands; the object itself when the file has no such key.</summary>
    public StrictNode NodeOf(Key key) => _values.TryGetValue(key, out var found) ? found.Node : node;

    internal void Add(Key key, StrictNode value, ReadContext context) => _values.Add(key, (key.Read(value, context), value));
}
