namespace Prober.Evidence.Provider.Configuration;

/// <summary>One organization and the connections switched on for it.</summary>
public sealed record OrganizationSettings(string Id, string? Name, IReadOnlyList<string> Connections);
