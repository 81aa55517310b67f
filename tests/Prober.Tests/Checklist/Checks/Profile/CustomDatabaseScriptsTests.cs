using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class CustomDatabaseScriptsTests
{
    private const string Id = "profile-custom-db-scripts-ok";

    [Test]
    public void A_login_by_the_scripts_passes() => Assert.That(Custom(EvidenceBuilder.Live()).Users(Record()).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Another_kind_of_connection_is_no_question() => Assert.That(EvidenceBuilder.Live().Configuration().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_script_that_times_out_is_the_headline_and_no_outage()
    {
        var report = Custom(FaultEvidence.WrongPassword(live: true, 500, "Something went wrong")).Log(Event("f", "Script execution time exceeded")).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "script-failed")));
            Assert.That(report.Checks.Single(check => check.Id == "login-prompt-idp-available").BlockedBy, Is.EqualTo(Id));
        });
    }

    [Test]
    public void A_profile_without_an_address_fails() =>
        Assert.That(Custom(EvidenceBuilder.Live()).Users(Record("""{"name":"x"}""")).Ask(Id) is { Verdict: Verdict.Fail, Reason: "profile-incomplete" }, Is.True);

    [Test]
    public void A_known_user_that_the_script_calls_unknown_is_a_warning() =>
        Assert.That(Custom(FaultEvidence.WrongPassword(live: true)).Users(Record()).Log(Event("fu")).Ask(Id) is { Verdict: Verdict.Warn, Reason: "unknown-known-user" }, Is.True);

    [Test]
    public void Importing_for_ever_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live().Connected(connection => connection with { CustomDatabase = true, ImportMode = true }).Users(Record()).Ask(Id).Reason, Is.EqualTo("import-mode"));

    private static EvidenceBuilder Custom(EvidenceBuilder builder) => builder.Connected(connection => connection with { CustomDatabase = true });
}
