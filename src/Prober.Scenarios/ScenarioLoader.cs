using Prober.Scenarios.Format;
using Prober.Scenarios.Reading;

namespace Prober.Scenarios;

/// <summary>Reads scenario files, strictly: what it returns makes sense as a whole and holds every value it needs.</summary>
public static class ScenarioLoader
{
    private static readonly ScenarioShape Shape = new();

    /// <summary>Reads a YAML or JSON file, and the files of holidays that it names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variables">What <c>${NAME}</c> in it stands for.</param>
    /// <param name="time">Says of which years holidays are read; the system's when null.</param>
    /// <exception cref="ScenarioFileException">The file is not there, not legal, or asks for a variable that is not set.</exception>
    public static Scenario Load(string path, ScenarioVariables variables, TimeProvider? time = null) => Read(() => StrictDocument.Load(path), variables, time);

    /// <summary>Reads text already in memory; <paramref name="file"/> is its name in messages, and where relative paths start.</summary>
    /// <exception cref="ScenarioFileException">As for <see cref="Load"/>.</exception>
    public static Scenario Parse(string text, string file, ScenarioVariables variables, TimeProvider? time = null) =>
        Read(() => StrictDocument.Parse(text, file), variables, time);

    private static Scenario Read(Func<StrictNode> document, ScenarioVariables variables, TimeProvider? time)
    {
        var context = new ReadContext(variables.Find, time);
        try
        {
            return Shape.Read(document(), context);
        }
        catch (InputFileException mistake)
        {
            throw new ScenarioFileException(mistake.Position, mistake.Reason, mistake.InnerException) { Files = context.Files };
        }
    }
}
