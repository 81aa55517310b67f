using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class ThirdPartyScenarioTests
{
    private const string File = "scenarios/third-party/oidc-provider.yaml";

    [Test]
    public void Loads_with_the_variables_that_its_readme_names()
    {
        var readme = System.IO.File.ReadLines(RepositoryFiles.PathOf("scenarios/third-party/README.md"));
        var variables = readme.Where(line => line.StartsWith("PROBER_", StringComparison.Ordinal)).Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1] == "…" ? "correct horse" : pair[1]);

        var scenario = ScenarioLoader.Load(RepositoryFiles.PathOf(File), ScenarioVariables.Of(variables));

        Assert.That(scenario.Provider, Has.Property("Kind").EqualTo("oidc-provider").And.Property("Issuer").EqualTo("https://login.example.com"));
        Assert.That(scenario.Applications.Values.Select(application => application.Confidential), Is.All.True);
        Assert.That(scenario.Applications["portal"].ProtectedUrl, Is.EqualTo(new Uri("https://portal.example.com/protected")));
    }

    [Test]
    public void First_line_names_the_schema()
    {
        var path = RepositoryFiles.PathOf(File);
        Assert.That(Path.Combine(Path.GetDirectoryName(path)!, System.IO.File.ReadLines(path).First().Split("$schema=")[1]), Does.Exist);
    }
}
