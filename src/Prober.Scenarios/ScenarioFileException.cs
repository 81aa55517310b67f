using Prober.Scenarios.Reading;

namespace Prober.Scenarios;

/// <summary>A scenario file is wrong: <c>portal.yaml:12:5: budgets.action: expected …, found …</c>. Nothing ran; exit code 2.</summary>
public sealed class ScenarioFileException : InputFileException
{
    public ScenarioFileException(FilePosition position, string reason, Exception? inner = null)
        : base(position, reason, inner)
    {
    }

    /// <summary>Files that the scenario names and that were read with it before the mistake was found; it may lie in one of them.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
