using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;
using Prober.Tests.Checklist;

namespace Prober.Tests.Evidence.Redaction.Sanitizing;

/// <summary>What a file says must not depend on whether its owner sanitized it.</summary>
public sealed class SameHeadlineTests
{
    private static IEnumerable<TestCaseData> Flows()
    {
        yield return new TestCaseData(EvidenceBuilder.Har().Build()).SetArgDisplayNames("healthy");
        yield return new TestCaseData(EvidenceBuilder.Har().Change("callback", step => step with { Url = step.Url.Replace("state=", "state=x7Qp_a91", StringComparison.Ordinal) }).Build()).SetArgDisplayNames("another state");
        yield return new TestCaseData(EvidenceBuilder.Har().Change("callback", step => step with { Status = 500 }).Build()).SetArgDisplayNames("callback fails");
        yield return new TestCaseData(EvidenceBuilder.Live().Build()).SetArgDisplayNames("live");
        yield return new TestCaseData(new SamlFlow().Build()).SetArgDisplayNames("SAML");
        yield return new TestCaseData(Canary.Bundle()).SetArgDisplayNames("canary");
    }

    [TestCaseSource(nameof(Flows))]
    public void The_sanitized_file_has_the_same_headline_and_verdicts(EvidenceBundle evidence)
    {
        var file = new MemoryStream();
        HarWriter.Write(evidence.Traffic.Value!, file);
        var before = Judge(evidence, file.ToArray());
        var after = Judge(evidence, HarSanitizerTests.Sanitize(file.ToArray()).Har);
        Assert.That(after.Headline?.Check, Is.EqualTo(before.Headline?.Check));
        Assert.That(Verdicts(after), Is.EqualTo(Verdicts(before)));
        Assert.That(after.Quality.Select(flag => flag.Id).Where(id => id is not ("sanitized" or "jwt-signature-redacted")), Is.EqualTo(before.Quality.Select(flag => flag.Id).Where(id => id != "jwt-signature-redacted")));
        Assert.That(after.Quality.Select(flag => flag.Id), Does.Contain("sanitized"));
    }

    // A signature over what was masked is gone: that question, and no other, has no answer any more.
    private static IEnumerable<string> Verdicts(Prober.Checklist.Reports.Report report) =>
        report.Checks.Where(check => !check.Id.EndsWith("-signature", StringComparison.Ordinal)).Select(check => $"{check.Id} {check.Verdict} {check.Reason}");

    private static Prober.Checklist.Reports.Report Judge(EvidenceBundle of, byte[] har)
    {
        var traffic = HarReader.Read(har);
        var raw = new EvidenceBundle
        {
            Run = of.Run with { Source = EvidenceSource.Har },
            Expectations = of.Expectations,
            Traffic = Captured.Of(traffic),
            Tokens = Captured.Of(TokenObserver.Observe(TokenHarvest.From(traffic), traffic, of.Expectations)),
            Assertions = Captured.Of(SamlHarvest.From(traffic, new())),
        };
        return ChecklistRunner.Run(new Redactor().Redact(raw, new KnownSecrets()));
    }
}
