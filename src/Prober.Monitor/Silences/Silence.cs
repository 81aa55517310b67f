using System.IO.Enumeration;

namespace Prober.Monitor.Silences;

/// <summary>Nothing is told of some scenarios until a time.</summary>
/// <param name="Id">Names it when it is ended early.</param>
/// <param name="Scenarios">Name of a scenario; <c>*</c> stands for any characters and <c>?</c> for one.</param>
/// <param name="CreatedAt">From when.</param>
/// <param name="EndsAt">Until when.</param>
public sealed record Silence(string Id, string Scenarios, DateTimeOffset CreatedAt, DateTimeOffset EndsAt)
{
    public bool Covers(string scenario) => FileSystemName.MatchesSimpleExpression(Scenarios, scenario, ignoreCase: false);
}
