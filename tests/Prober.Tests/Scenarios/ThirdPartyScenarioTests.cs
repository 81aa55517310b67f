using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class ThirdPartyScenarioTests
{
    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path.GetDirectoryName(RepositoryFiles.PathOf("scenarios/third-party/README.md"))!, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCase("oidc-provider.yaml", "oidc-provider")]
    [TestCase("lemonldap-ng.yaml", "lemonldap-ng")]
    public void Loads_with_the_variables_that_its_readme_names(string file, string kind)
    {
        var scenario = Load(file);

        Assert.That(scenario.Provider, Has.Property("Kind").EqualTo(kind).And.Property("Issuer").EqualTo("https://login.example.com"));
        Assert.That(scenario.Applications.Values.Select(application => application.Confidential), Is.All.True);
        Assert.That(scenario.Applications["portal"].ProtectedUrl, Is.EqualTo(new Uri("https://portal.example.com/protected")));
    }

    [Test]
    public void A_SAML_provider_is_known_by_its_metadata()
    {
        var scenario = Load("simplesamlphp.yaml");

        Assert.That(scenario.Provider.Saml?.MetadataAddress, Is.EqualTo(new Uri("https://login.example.com/saml2/idp/metadata.php")));
        Assert.That(scenario.Applications["portal"].Saml?.ConsumerService, Is.EqualTo("https://portal.example.com/module.php/saml/sp/saml2-acs.php/default-sp"));
    }

    [TestCaseSource(nameof(Files))]
    public void First_line_names_the_schema(string file)
    {
        var path = PathOf(file);
        Assert.That(Path.Combine(Path.GetDirectoryName(path)!, File.ReadLines(path).First().Split("$schema=")[1]), Does.Exist);
    }

    private static Scenario Load(string file)
    {
        var readme = File.ReadLines(PathOf("README.md"));
        var variables = readme.Where(line => line.StartsWith("PROBER_", StringComparison.Ordinal)).Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1] == "…" ? "correct horse" : pair[1]);
        return ScenarioLoader.Load(PathOf(file), ScenarioVariables.Of(variables));
    }

    private static string PathOf(string file) => RepositoryFiles.PathOf($"scenarios/third-party/{file}");
}
