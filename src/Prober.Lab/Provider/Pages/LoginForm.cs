namespace Prober.Lab.Provider.Pages;

/// <summary>What a login page has to show: whose login it is, what was typed before and why that was not enough.</summary>
internal sealed record LoginForm(string State, string Username, string ApplicationName, CredentialRefusal? Refusal)
{
    /// <summary>Upstream connections that the application may use, by name, with what their buttons say.</summary>
    public IReadOnlyList<(string Name, string DisplayName)> Upstream { get; init; } = [];
}
