namespace Prober.Lab;

/// <summary>A record in the lab's user store, password included: these accounts exist nowhere else.</summary>
public sealed record LabUser(string Username, string Password, AccountState State)
{
    /// <summary>Auth0's user identifier; people of an upstream provider have one of another beginning.</summary>
    public string Subject { get => field ?? "auth0|" + Username[..Username.IndexOf('@')]; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];
}
