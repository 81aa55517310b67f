using NUnit.Framework;
using Prober.Analysis;
using Prober.Checklist;
using Prober.Tests.Checklist;

namespace Prober.Tests.Analysis;

public sealed class LoginListTests
{
    [Test]
    public void Each_login_has_a_line_and_the_last_that_failed_is_marked() => Assert.That(
        List(Verdict.Pass, Verdict.Fail, Verdict.Pass).Lines(),
        Is.EqualTo(new[] { "  login 1: pass. Said of 1.", "> login 2: fail. Said of 2.", "  login 3: pass. Said of 3." }));

    [Test]
    public void Of_very_many_those_that_failed_have_a_line_and_the_others_are_counted()
    {
        var verdicts = Enumerable.Repeat(Verdict.Pass, LoginList.Most).ToArray();
        verdicts[4] = verdicts[20] = Verdict.Fail;
        verdicts[30] = Verdict.Inconclusive;

        Assert.That(List([.. verdicts, Verdict.Pass]).Lines(), Is.EqualTo(new[] { "  login 5: fail. Said of 5.", "> login 21: fail. Said of 21.", "  and 39 more: 38 pass, 1 inconclusive" }));
    }

    [Test]
    public void Of_very_many_that_went_well_the_last_is_shown() =>
        Assert.That(List([.. Enumerable.Repeat(Verdict.Pass, LoginList.Most + 1)]).Lines(), Is.EqualTo(new[] { "> login 41: pass. Said of 41.", "  and 40 more: 40 pass" }));

    private static LoginList List(params Verdict[] verdicts)
    {
        var report = ChecklistRunner.Run(EvidenceBuilder.Har().Build());
        var list = new LoginList();
        foreach (var (verdict, index) in verdicts.Select((verdict, index) => (verdict, index)))
            list.Add(report with { Run = report.Run with { Scenario = $"login {index + 1}" }, Verdict = verdict, Headline = null, Summary = $"Said of {index + 1}." });
        return list;
    }
}
