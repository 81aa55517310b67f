using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>One key of an object: its name, what it is for, and what may stand there.</summary>
public abstract class Key(string name, string summary, bool required)
{
    public string Name => name;

    /// <summary>One sentence; editors show it, and so does the message when the key is missing.</summary>
    public string Summary => summary;

    public bool IsRequired => required;

    internal abstract object? Read(StrictNode node, ReadContext context);

    internal abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>One key of an object, read into a value.</summary>
public sealed class Key<T>(string name, Shape<T> shape, string summary, bool required) : Key(name, summary, required)
{
    /// <summary>Whether there is a value for a file that has no such key.</summary>
    public bool HasDefault { get; init; }

    public T? Default { get; init; }

    internal override object? Read(StrictNode node, ReadContext context) => shape.Read(node, context);

    internal override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["description"] = Summary };
        foreach (var (word, value) in shape.Schema(definitions)) schema[word] = value?.DeepClone();
        if (HasDefault) schema["default"] = shape.Write(Default!);
        return schema;
    }
}
