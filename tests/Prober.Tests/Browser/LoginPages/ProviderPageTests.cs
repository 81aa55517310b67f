using NUnit.Framework;
using Prober.Browser.LoginPages;

namespace Prober.Tests.Browser.LoginPages;

public sealed class ProviderPageTests
{
    [TestCase("auth0"), TestCase("keycloak"), TestCase("okta"), TestCase("entra"), TestCase("cognito"), TestCase("duende")]
    [TestCase("openiddict"), TestCase("oidc-provider"), TestCase("lemonldap-ng"), TestCase("adfs"), TestCase("generic")]
    public void Every_kind_a_scenario_may_name_has_a_row(string kind) => Assert.That(ProviderPage.Kinds, Does.Contain(kind));

    [Test]
    public void A_row_goes_before_the_generic_one()
    {
        var entra = ProviderPage.Of("entra");

        Assert.That(entra.Identifier[0], Is.EqualTo("loginfmt"));
        Assert.That(entra.Identifier, Does.Contain("username"));
    }

    [Test]
    public void An_unknown_kind_gets_the_generic_row() => Assert.That(ProviderPage.Of("home-made"), Is.EqualTo(ProviderPage.Of("generic")));
}
