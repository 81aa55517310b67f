using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>
/// What may stand at one place of a file. One description gives the reading, the messages and the JSON Schema, so that
/// they cannot drift apart.
/// </summary>
public abstract class Shape
{
    /// <summary>In words, as a message goes on after "expected".</summary>
    public abstract string Expected { get; }

    /// <summary>The same in JSON Schema (draft 7, which editors know).</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>What may stand at one place, and the value it is read into.</summary>
public abstract class Shape<T> : Shape
{
    /// <exception cref="InputFileException">Something else stands there.</exception>
    public abstract T Read(StrictNode node, ReadContext context);

    /// <summary>A value as the file would have it, for the schema's defaults.</summary>
    public virtual JsonNode Write(T value) => JsonValue.Create(value?.ToString() ?? "");

    /// <summary>The same file text, read into another value.</summary>
    public Shape<TOther> As<TOther>(Func<T, TOther> convert) => new ConvertedShape<T, TOther>(this, convert);
}

/// <summary>Another shape's text, read into another value.</summary>
internal sealed class ConvertedShape<TFrom, T>(Shape<TFrom> inner, Func<TFrom, T> convert) : Shape<T>
{
    public override string Expected => inner.Expected;

    public override T Read(StrictNode node, ReadContext context) => convert(inner.Read(node, context));

    public override JsonObject Schema(SchemaDefinitions definitions) => inner.Schema(definitions);
}
