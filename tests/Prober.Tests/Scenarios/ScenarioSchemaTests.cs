using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class ScenarioSchemaTests
{
    [Test]
    public void Committed_schema_is_the_one_that_the_reader_describes()
    {
        var path = RepositoryFiles.PathOf("scenarios/scenario.schema.json");
        var written = ScenarioSchema.Write();
        if (RepositoryFiles.Update) File.WriteAllText(path, written);

        Assert.That(File.ReadAllText(path), Is.EqualTo(written), "PROBER_UPDATE_GOLDEN=1 dotnet test rewrites it");
    }
}
