using Prober.Lab.Provider;
using Prober.Lab.Provider.Saml;
using Prober.Lab.Provider.WsFederation;
using Prober.Lab.Saml;
using Prober.Lab.WsFederation;

namespace Prober.Lab.Applications.WsFederation;

/// <summary>How a WS-Federation application and the identity provider know each other.</summary>
internal static class WsFederationWiring
{
    public static RelyingParty Self(ApplicationProfile profile) => new($"urn:lab:{profile.ClientId}", profile.Url(profile.CallbackPath));

    public static RegisteredClient Registration(ApplicationProfile profile) => new(profile.ClientId, profile.Name)
    {
        WsFederation = Self(profile),
        CallbackUrls = [profile.Url(profile.CallbackPath)],
        LogoutUrls = [profile.Url(profile.SignedOutPath)],
    };

    public static TrustedTokenService Provider(ApplicationProfile profile) =>
        new(SamlSettings.Issuer, WsFederationEndpoint.Address(profile.Issuer, profile.ClientId)) { Certificate = () => SamlCertificates.Provider };
}
