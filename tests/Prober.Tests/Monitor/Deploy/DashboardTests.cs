using System.Text.Json;
using NUnit.Framework;

namespace Prober.Tests.Monitor.Deploy;

public sealed class DashboardTests
{
    [Test]
    public void Source_job_and_scenario_can_be_chosen()
    {
        Assert.That(Dashboard.Root.GetProperty("schemaVersion").GetInt32(), Is.GreaterThanOrEqualTo(39));
        Assert.That(Dashboard.Variables().Select(variable => variable.GetProperty("name").GetString()), Is.EqualTo(new[] { "datasource", "job", "scenario" }));
        Assert.That(Dashboard.Variables().First().GetProperty("query").GetString(), Is.EqualTo("prometheus"));
    }

    [Test]
    public void Each_panel_has_its_own_place_and_asks_the_chosen_source()
    {
        var panels = Dashboard.Root.GetProperty("panels").EnumerateArray().ToList();
        Assert.That(panels.Select(panel => panel.GetProperty("id").GetInt32()), Is.Unique);
        Assert.That(panels.Where((one, at) => panels.Skip(at + 1).Any(other => Overlap(one.GetProperty("gridPos"), other.GetProperty("gridPos")))), Is.Empty);
        Assert.That(Dashboard.Panels().SelectMany(panel => panel.GetProperty("targets").EnumerateArray().Prepend(panel)).Select(asks => asks.GetProperty("datasource").GetProperty("uid").GetString()),
            Is.All.EqualTo("${datasource}"));
        Assert.That(Dashboard.Panels().Select(panel => panel.GetProperty("description").GetString()), Is.All.Not.Empty);
    }

    [Test]
    public void Prometheus_takes_every_expression()
    {
        var rules = Dashboard.Expressions().Select((expression, at) => new
        {
            record = $"panel_{at}",
            expr = expression.Replace("$__range", "1d", StringComparison.Ordinal).Replace("$__rate_interval", "5m", StringComparison.Ordinal),
        });
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(new { groups = new[] { new { name = "dashboard", rules } } }));
            Assert.That(Promtool.Run("check", "rules", file), Is.EqualTo(0));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool Overlap(JsonElement one, JsonElement other) => Meets(one, other, "x", "w") && Meets(one, other, "y", "h");

    private static bool Meets(JsonElement one, JsonElement other, string from, string length) =>
        Number(one, from) < Number(other, from) + Number(other, length) && Number(other, from) < Number(one, from) + Number(one, length);

    private static int Number(JsonElement place, string name) => place.GetProperty(name).GetInt32();
}
