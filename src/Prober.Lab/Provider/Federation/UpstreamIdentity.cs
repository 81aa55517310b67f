namespace Prober.Lab.Provider.Federation;

/// <summary>Who the upstream provider says has signed in, with what a later logout there has to quote.</summary>
internal sealed record UpstreamIdentity(string Connection, string Subject)
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ID token, for the logout's hint.</summary>
    public string? IdentityToken { get; init; }

    /// <summary>The SAML session, for a LogoutRequest.</summary>
    public string? SessionIndex { get; init; }

    /// <summary>The record that Auth0 makes of such a person on the first login.</summary>
    public LabUser ToUser(string strategy) => new(Email ?? Subject, Identifiers.New(), AccountState.InGoodOrder)
    {
        Subject = $"{strategy}|{Connection}|{Subject}",
        Email = Email,
        Name = Name,
        Groups = Groups,
    };
}
