namespace Prober.Monitor.Web;

/// <summary>All scenarios.</summary>
/// <param name="Scenarios">Those in force, by name.</param>
/// <param name="Refused">What is wrong with files that are not.</param>
internal sealed record ScenarioListView(IReadOnlyList<ScenarioView> Scenarios, IReadOnlyList<string> Refused);
