using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Inference;
using Prober.Evidence.Har;

namespace Prober.Tests.Checklist.Inference;

public sealed class ExpectationInferenceTests
{
    [Test]
    public void Says_who_takes_part_and_why_it_thinks_so()
    {
        var expectations = ExpectationInference.Of(TrafficOf(EvidenceBuilder.Har()));

        Assert.Multiple(() =>
        {
            Assert.That(expectations.Provider.Kind, Is.EqualTo("auth0"));
            Assert.That(expectations.Provider.Hosts, Is.EqualTo(new[] { new Uri(HealthyFlow.Provider).Authority }));
            Assert.That(expectations.Applications.Select(application => (application.Name, application.ClientId)), Is.EqualTo(new[] { ("portal", "portal") }));
            Assert.That(expectations.Assumptions.Select(assumption => assumption.About), Is.EqualTo(new[] { "identity provider", "product", "application portal" }));
            Assert.That(expectations.Assumptions.Select(assumption => assumption.Because), Has.All.Not.Empty);
        });
    }

    /// <summary>The address of a request that the provider refused is not registered, and must not be taken for it.</summary>
    [Test]
    public void A_refused_redirect_uri_is_not_taken_for_a_registered_one()
    {
        var traffic = TrafficOf(EvidenceBuilder.Har().EndLoginAt("authorize").Change("authorize", step => step with { Status = 400 }));

        Assert.That(ExpectationInference.Of(traffic).Applications.Single().CallbackUrls, Is.Empty);
    }

    [Test]
    public void A_file_without_a_login_assumes_nothing()
    {
        var traffic = TrafficOf(EvidenceBuilder.Har());
        var expectations = ExpectationInference.Of(traffic with { Entries = [] });

        Assert.That(expectations.Assumptions, Is.Empty);
    }

    /// <summary>What was inferred must not make a check fail that had nothing to say before.</summary>
    [TestCaseSource(nameof(Flows))]
    public void Healthy_flows_fail_nowhere_with_inferred_expectations(string name)
    {
        var bundle = GoldenFlows.All.Single(flow => flow.Name == name).Build().Build();
        var file = bundle with { Run = FileRun.Of(bundle.Traffic.Value!, name, name), Expectations = ExpectationInference.Of(bundle.Traffic.Value!) };
        var report = ChecklistRunner.Run(file);

        Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => $"{check.Id} {check.Reason}: {check.Summary}"), Is.Empty);
    }

    public static IEnumerable<string> Flows => GoldenFlows.All.Select(flow => flow.Name);

    private static HarLog TrafficOf(EvidenceBuilder builder) => builder.Build().Traffic.Value!;
}
