namespace Prober.Lab;

/// <summary>A record in the lab's user store, password included: these accounts exist nowhere else.</summary>
public sealed record LabUser(string Username, string Password, AccountState State)
{
    public string Subject => "auth0|" + Username[..Username.IndexOf('@')];

    public string? Email { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];
}
