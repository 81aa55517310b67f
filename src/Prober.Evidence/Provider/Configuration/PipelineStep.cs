namespace Prober.Evidence.Provider.Configuration;

/// <summary>A piece of the tenant's own code that runs in a login.</summary>
/// <param name="Name">As its author named it.</param>
/// <param name="Kind"><c>action</c>, <c>rule</c>, <c>hook</c>, <c>mapper</c>.</param>
/// <param name="Enabled">False for a step that is there and switched off.</param>
public sealed record PipelineStep(string Name, string Kind, bool Enabled);
