using System.Security.Cryptography.X509Certificates;
using Prober.Lab.Provider;

namespace Prober.Lab.Saml;

/// <summary>What a healthy identity provider would say of a session to a service provider.</summary>
internal static class AssertionDrafting
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static SamlResponseDraft Of(
        ProviderSession session, ServiceProvider audience, string? inResponseTo, string issuer, X509Certificate2 certificate, DateTimeOffset now) =>
        Of(session, audience.EntityId, audience.AssertionConsumerService, inResponseTo, issuer, certificate, now);

    /// <param name="audience">For whom: an entity ID, or a realm.</param>
    /// <param name="recipient">Where it is sent.</param>
    public static SamlResponseDraft Of(
        ProviderSession session, string audience, string recipient, string? inResponseTo, string issuer, X509Certificate2 certificate, DateTimeOffset now) => new()
        {
            Issuer = issuer,
            Destination = recipient,
            InResponseTo = inResponseTo,
            IssueInstant = now,
            NameId = session.User.Email ?? session.User.Subject,
            Recipient = recipient,
            NotBefore = now - TimeSpan.FromSeconds(30),
            NotOnOrAfter = now + Lifetime,
            Audience = audience,
            SessionIndex = "_" + session.Id,
            AuthenticatedAt = session.AuthenticatedAt,
            Attributes = [.. Attributes(session.User)],
            Certificate = certificate,
        };

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Attributes(LabUser user)
    {
        if (user.Email is { } email)
            yield return new(SamlNames.EmailAttribute, [email]);
        if (user.Name is { } name)
            yield return new(SamlNames.NameAttribute, [name]);
        if (user.Groups.Count > 0)
            yield return new(SamlNames.GroupsAttribute, user.Groups);
    }
}
