using Prober.Providers.Auth0;
using Prober.Providers.Entra;
using Prober.Providers.Keycloak;
using Prober.Providers.Okta;

namespace Prober.Providers;

/// <summary>The providers that are known, by kind.</summary>
internal static class Vendors
{
    public static IReadOnlyList<IVendor> All { get; } = [new Auth0Vendor(), new KeycloakVendor(), new OktaVendor(), new EntraVendor()];

    public static IVendor? Find(string kind) => All.FirstOrDefault(vendor => vendor.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase));
}
