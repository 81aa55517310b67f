using NUnit.Framework;
using Prober.Checklist;
using Prober.Runs;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>
/// A provider and applications that nobody here wrote: oidc-provider with express-openid-connect. The lab flatters us; these
/// do not.
/// </summary>
public sealed class ThirdPartyTests
{
    private Site _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        await NodeRuntime.RequireAsync();
        _site = new Site();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    [Test]
    public async Task Healthy_has_no_fail_and_only_the_warnings_that_are_due()
    {
        var run = await _site.WalkAsync(_site.Settings());
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => check.Id), Is.Empty, StoryOf(run));
            Assert.That(Warnings(run), Is.EquivalentTo(new[]
            {
                // The library asks before it logs out, whatever the hint (checklist F115).
                ("logout-redirect-allowed", "confirmation-asked"),

                // Over http the library's SameSite=None session cookie is refused; its legacy twin does the work.
                ("extra-samesite-simulator", "refused"),
            }), StoryOf(run));
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Has.None.AnyOf(Verdict.Fail, Verdict.Inconclusive), StoryOf(run));
            Assert.That(run.Leaks, Is.Empty);
        });
    }

    private static IEnumerable<(string, string)> Warnings(CompletedRun run) =>
        run.Report.Checks.Where(check => check.Verdict == Verdict.Warn).Select(check => (check.Id, check.Reason));

    private string StoryOf(CompletedRun run) => Story.Of(run) + _site.Output;
}
