using Prober.Scenarios.Format;
using Prober.Scenarios.Reading;

namespace Prober.Scenarios;

/// <summary>Reads scenario files, strictly: what it returns makes sense as a whole and holds every value it needs.</summary>
public static class ScenarioLoader
{
    private static readonly ScenarioShape Shape = new();

    /// <summary>Reads a YAML or JSON file.</summary>
    /// <exception cref="ScenarioFileException">The file is not there, not legal, or asks for a variable that is not set.</exception>
    public static Scenario Load(string path, ScenarioVariables variables) => Read(() => StrictDocument.Load(path), variables);

    /// <summary>Reads text already in memory; <paramref name="file"/> is its name in messages, and where relative paths start.</summary>
    /// <exception cref="ScenarioFileException">As for <see cref="Load"/>.</exception>
    public static Scenario Parse(string text, string file, ScenarioVariables variables) =>
        Read(() => StrictDocument.Parse(text, file), variables);

    private static Scenario Read(Func<StrictNode> document, ScenarioVariables variables)
    {
        try
        {
            return Shape.Read(document(), new ReadContext(variables.Find));
        }
        catch (InputFileException mistake)
        {
            throw new ScenarioFileException(mistake.Position, mistake.Reason, mistake.InnerException);
        }
    }
}
