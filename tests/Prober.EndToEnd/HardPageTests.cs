using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using Prober.Lab;

namespace Prober.EndToEnd;

/// <summary>Login pages that mislead a naive prober: each ends with what is true of it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HardPageTests
{
    [Test]
    public async Task A_captcha_is_not_tried_and_the_run_is_inconclusive()
    {
        var run = await LabJourney.WalkAsync(new LabOptions { LoginPage = LoginPage.Captcha }, pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Evidence.Phases.Value![0].Outcome, Is.EqualTo(PhaseOutcome.Blocked), Story.Of(run));
            Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Inconclusive), Story.Of(run));
            Assert.That(CredentialPosts(run), Is.Zero, "nothing was submitted, let alone twice");
        });
    }

    [Test]
    public async Task A_page_that_blames_the_password_is_outdone_by_its_own_request()
    {
        var run = await LabJourney.WalkAsync(new LabOptions { LoginPage = LoginPage.MisleadingError }, pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Headline?.Check, Is.EqualTo("credentials-no-error-shown"), Story.Of(run));
            Assert.That(run.Report.Headline?.Reason, Is.EqualTo("lockout"), Story.Of(run));
            Assert.That(CredentialPosts(run), Is.EqualTo(1), "one attempt at a password per run");
        });
    }

    [Test]
    public async Task A_form_that_falls_back_to_get_fails_and_its_password_is_nowhere()
    {
        var run = await LabJourney.WalkAsync(new LabOptions { LoginPage = LoginPage.PasswordInAddress }, pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Headline?.Check, Is.EqualTo("login-prompt-customization-clean"), Story.Of(run));
            Assert.That(run.Evidence.Traffic.Value!.Entries.Select(entry => entry.Request.Url), Has.Some.Contains("password=***"));
            Assert.That(run.Leaks, Is.Empty);
        });
    }

    [Test]
    public async Task An_endless_loop_of_forms_ends_and_is_named()
    {
        var run = await LabJourney.WalkAsync(new LabOptions { FormPostLoop = true }, pictures: false);
        Assert.That(run.Report.Headline?.Check, Is.EqualTo("session-app-established"), Story.Of(run));
    }

    [TestCase(LogoutStyle.Confirm, "logout-redirect-allowed")]
    [TestCase(LogoutStyle.ProviderPage, "logout-redirect-allowed")]
    public async Task A_logout_with_a_page_of_the_providers_is_a_warning(LogoutStyle style, string check)
    {
        var run = await LabJourney.WalkAsync(
            new LabOptions { LogoutStyle = style }, adjust: scenario => scenario with { Journey = LabJourney.AtOne(scenario.Journey) }, pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Checks.Single(result => result.Id == check).Verdict, Is.EqualTo(Verdict.Warn), Story.Of(run));
            Assert.That(run.Report.Checks.Where(result => result.Verdict == Verdict.Fail).Select(result => result.Id), Is.Empty, Story.Of(run));
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Has.None.EqualTo(Verdict.Fail), Story.Of(run));
        });
    }

    [Test]
    public async Task An_expiry_notice_and_an_account_picker_do_not_stop_the_journey()
    {
        var run = await LabJourney.WalkAsync(new LabOptions { Interludes = Interludes.ExpiryNotice | Interludes.AccountPicker }, pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Checks.Where(result => result.Verdict is Verdict.Fail or Verdict.Error).Select(result => result.Id), Is.Empty, Story.Of(run));
            Assert.That(run.Report.Checks.Single(result => result.Id == "credentials-password-expired").Verdict, Is.EqualTo(Verdict.Warn), Story.Of(run));
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Has.None.EqualTo(Verdict.Fail), Story.Of(run));
        });
    }

    private static int CredentialPosts(Runs.CompletedRun run) =>
        run.Evidence.Traffic.Value!.Entries.Count(entry => entry.Request.Method == "POST" && entry.Request.PostData?.Text?.Contains("password", StringComparison.Ordinal) == true);
}
