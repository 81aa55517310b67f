using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

/// <summary>The rules of the assertion family judge one after another: what is broken has the headline, and the rest of the family is quiet.</summary>
internal static class AssertionFamily
{
    public static void IsTheOnlyOneBroken(string check, string reason, SamlFlow flow)
    {
        var report = flow.Judge();
        var story = string.Join("\n", report.Checks.Select(result => $"{result.Id} {result.Verdict} {result.Reason} {result.BlockedBy} {result.Summary}"));
        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((check, reason)), story);
            Assert.That(report.Checks.Where(result => result.Id.StartsWith("claims-saml-", StringComparison.Ordinal) && result.Verdict is Verdict.Fail or Verdict.Error).Select(result => result.Id), Is.EqualTo([check]), story);
            Assert.That(report.Headline?.Evidence, Is.Not.Empty);
        });
    }
}
