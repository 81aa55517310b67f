namespace Prober.Evidence.Provider.Users;

/// <summary>Where a user record comes from: one account of one connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Provider">Its kind in the provider's own word: <c>auth0</c>, <c>google-oauth2</c>, <c>ad</c>, <c>samlp</c>.</param>
/// <param name="IsSocial">True for a social login.</param>
public sealed record UserIdentity(string Connection, string? Provider, bool IsSocial);
