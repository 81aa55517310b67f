using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>The connection (user store, upstream provider) by which a login went or should have gone, and what its settings say.</summary>
internal static class AccountConnection
{
    /// <summary>As the request, the log, the scenario or the user's record names it, in this order; null when none does.</summary>
    public static string? NameOf(EvidenceReader evidence, LoginTransaction? login) =>
        login?.Parameters.GetValueOrDefault("connection") ?? login?.Parameters.GetValueOrDefault("kc_idp_hint")
        ?? login?.Parameters.GetValueOrDefault("identity_provider")
        ?? ProviderEvents.Of(evidence)?.All.LastOrDefault(logged => logged is { Topic: "login", Event.Connection: not null })?.Event.Connection
        ?? evidence.Expectations.Connection
        ?? (evidence.Bundle.Users.Value?.Records is [{ Identities: [var identity] }] ? identity.Connection : null);

    /// <summary>Its settings; null when they were not read or nothing names it.</summary>
    public static ConnectionSettings? Of(EvidenceReader evidence, LoginTransaction? login) =>
        evidence.Bundle.Configuration.Value is not { } configuration ? null
        : NameOf(evidence, login) is { } name
            ? configuration.Connections.FirstOrDefault(connection => connection.Name == name)
            : configuration.Connections is [var only] ? only : null;

    /// <summary>The registration of a client; null when it was not read.</summary>
    public static ClientSettings? ClientOf(EvidenceReader evidence, string? clientId) =>
        clientId is null ? null : evidence.Bundle.Configuration.Value?.Clients.FirstOrDefault(client => client.ClientId == clientId);

    /// <summary>The directory's kind, where users come from an AD or LDAP directory: from the settings, else from the record's identities.</summary>
    public static string? DirectoryOf(EvidenceReader evidence, LoginTransaction? login)
    {
        var kinds = new[] { Of(evidence, login)?.Strategy }.Concat(
            (evidence.Bundle.Users.Value?.Records ?? []).SelectMany(record => record.Identities).Select(identity => identity.Provider));
        return kinds.FirstOrDefault(kind => kind is "ad" or "auth0-adldap" or "ldap" or "ACTIVE_DIRECTORY" or "LDAP");
    }
}
