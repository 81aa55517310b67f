using Prober.Scenarios.Format;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios;

/// <summary>The JSON Schema of scenario files, written from the same description that reads them.</summary>
public static class ScenarioSchema
{
    /// <summary>The text of <c>scenarios/scenario.schema.json</c>.</summary>
    public static string Write() => SchemaFile.Write(new ScenarioShape(), "Prober scenario");
}
