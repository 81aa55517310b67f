namespace Prober.Lab.Provider.Management;

/// <summary>The tenant's machine-to-machine application for its management API, and the tokens it was given.</summary>
internal sealed class ManagementClient
{
    public const string ClientId = "lab-management";

    private readonly string token = Identifiers.New() + Identifiers.New();

    /// <summary>Made anew for every lab.</summary>
    public string Secret { get; } = Identifiers.New();

    public string Issue() => token;

    public bool Knows(string? bearer) => bearer == token;
}
