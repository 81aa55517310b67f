using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>A panel or an alert on a metric that nobody exposes stays silent for ever: names are held against what the monitor really answers.</summary>
public sealed partial class MetricNamesTests
{
    private readonly HashSet<string> _metrics = ["up"];

    // Prometheus itself gives each series these.
    private readonly HashSet<string> _labels = ["job", "instance"];

    [OneTimeSetUp]
    public async Task ScrapeAsync()
    {
        await using var monitor = await RunningMonitor.StartAsync([], ScenarioVariables.Of(new Dictionary<string, string>()));
        monitor.UseEveryInstrument();
        var (status, text) = await monitor.GetAsync("/metrics");
        Assert.That(status, Is.EqualTo(200));
        foreach (Match sample in Sample().Matches(text))
        {
            _metrics.Add(sample.Groups["name"].Value);
            _labels.UnionWith(Label().Matches(sample.Groups["labels"].Value).Select(label => label.Groups[1].Value));
        }

        Assert.That(_metrics, Does.Contain("probe_success").And.Contain("login_probe_verdict_total"), text);
    }

    [Test]
    public void The_dashboard_asks_for_what_is_exposed() => Verify(Dashboard.Expressions(), _metrics);

    [Test]
    public void The_dashboard_offers_choices_of_what_is_exposed()
    {
        Assert.That(Dashboard.Choices().Select(choice => choice.Label), Is.SubsetOf(_labels));
        Verify(Dashboard.Choices().Select(choice => choice.Series), _metrics);
    }

    [Test]
    public void The_rules_ask_for_what_is_exposed_or_recorded()
    {
        var rules = DeployFiles.Yaml(DeployFiles.Read("prometheus-rules.yml")).Single().List("groups").SelectMany(group => group.List("rules")).ToList();
        Verify(rules.Select(rule => rule.Text("expr")!), [.. _metrics, .. rules.Select(rule => rule.Text("record")).OfType<string>()]);
    }

    [Test]
    public void The_tests_of_the_rules_feed_them_with_what_is_exposed() => Verify(
        DeployFiles.Yaml(DeployFiles.Read("prometheus-rules.test.yml")).Single().List("tests").SelectMany(test => test.List("input_series")).Select(series => series.Text("series")!), _metrics);

    [Test]
    public void Names_are_found_in_an_expression()
    {
        const string Expression = """sum by (job, le) (rate(a_bucket{x=~"b|c", y!='d'}[5m] offset 1h)) / on (z) group_left (w) c:d > 0 unless last_over_time(e[$__range:1m])""";
        Assert.That(PromExpression.Metrics(Expression), Is.EqualTo(new[] { "a_bucket", "c:d", "e" }));
        Assert.That(PromExpression.Labels(Expression), Is.EquivalentTo(new[] { "x", "y", "job", "le", "z", "w" }));
    }

    private void Verify(IEnumerable<string> expressions, IReadOnlyCollection<string> known)
    {
        var all = expressions.ToList();
        Assert.That(all, Is.Not.Empty);
        Assert.That(all.SelectMany(PromExpression.Metrics).Distinct(), Is.Not.Empty.And.SubsetOf(known));
        Assert.That(all.SelectMany(PromExpression.Labels).Distinct(), Is.SubsetOf(_labels));
    }

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? \S+", RegexOptions.Multiline)]
    private static partial Regex Sample();

    [GeneratedRegex(@"(\w+)=""")]
    private static partial Regex Label();
}
