using Prober.Scenarios.Reading;

namespace Prober.Scenarios;

/// <summary>A scenario file is wrong: <c>portal.yaml:12:5: budgets.action: expected …, found …</c>. Nothing ran; exit code 2.</summary>
public sealed class ScenarioFileException : InputFileException
{
    public ScenarioFileException(FilePosition position, string reason, Exception? inner = null)
        : base(position, reason, inner)
    {
    }
}
