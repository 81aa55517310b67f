using Prober.Lab.Provider.Saml;
using Prober.Lab.Saml;

namespace Prober.Lab.Applications.Saml;

/// <summary>How a SAML application and the identity provider know each other.</summary>
internal static class SamlWiring
{
    public static ServiceProvider Self(ApplicationProfile profile) =>
        new($"urn:lab:{profile.ClientId}", profile.Url(SamlApplicationSite.ConsumerPath), profile.Url(SamlApplicationSite.LogoutServicePath))
        {
            Certificate = () => SamlCertificates.Application,
        };

    public static TrustedProvider Provider(ApplicationProfile profile) => new(
        SamlSettings.Issuer,
        SamlSettings.SingleSignOn(profile.Issuer, profile.ClientId),
        SamlSettings.SingleLogout(profile.Issuer, profile.ClientId))
    {
        Certificate = () => SamlCertificates.Provider,
    };
}
