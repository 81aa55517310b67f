using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace Prober.Tests.Monitor.Deploy;

public sealed class PrometheusRulesTests
{
    private static readonly string[] Severities = ["critical", "warning", "info"];

    [Test]
    public void Prometheus_takes_them() => Assert.That(Promtool.Run("check", "rules", "prometheus-rules.yml"), Is.EqualTo(0));

    [Test]
    public void Each_fires_when_it_should_and_not_before() => Assert.That(Promtool.Run("test", "rules", "prometheus-rules.test.yml"), Is.EqualTo(0));

    [Test]
    public void Each_says_how_bad_it_is_and_what_it_means()
    {
        foreach (var alert in Alerts())
        {
            Assert.That(alert.Text("labels", "severity"), Is.AnyOf(Severities), alert.Text("alert"));
            Assert.That(alert.Text("annotations", "summary"), Is.Not.Null.And.Not.Empty, alert.Text("alert"));
            Assert.That(alert.Text("annotations", "description"), Is.Not.Null.And.Not.Empty, alert.Text("alert"));
        }
    }

    [Test]
    public void Each_has_a_test_in_which_it_fires_and_one_in_which_it_does_not()
    {
        var tests = DeployFiles.Yaml(DeployFiles.Read("prometheus-rules.test.yml")).Single().List("tests").SelectMany(test => test.List("alert_rule_test")).ToList();
        var alerts = Alerts().Select(alert => alert.Text("alert")!).ToList();
        Assert.That(alerts, Is.Unique);
        Assert.That(tests.Where(test => test.List("exp_alerts").Count > 0).Select(test => test.Text("alertname")).Distinct(), Is.EquivalentTo(alerts), "fires");
        Assert.That(tests.Where(test => test.List("exp_alerts").Count == 0).Select(test => test.Text("alertname")).Distinct(), Is.EquivalentTo(alerts), "does not");
    }

    private static IEnumerable<YamlNode> Alerts() =>
        DeployFiles.Yaml(DeployFiles.Read("prometheus-rules.yml")).Single().List("groups").SelectMany(group => group.List("rules")).Where(rule => rule.Text("alert") is not null);
}
