using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class PasswordlessDeliveryTests
{
    private const string Id = "credentials-passwordless-delivery";

    [Test]
    public void A_password_is_none_of_it() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_code_that_was_sent_and_accepted_passes() => Assert.That(Passwordless().Ask(Id) is { Verdict: Verdict.Pass, Reason: "accepted" }, Is.True);

    [Test]
    public void A_provider_that_does_not_send_fails() =>
        Assert.That(Refused("start", 429, "Too many messages").Ask(Id) is { Verdict: Verdict.Fail, Reason: "not-sent" }, Is.True);

    [Test]
    public void A_link_that_a_scanner_spent_fails_and_says_why()
    {
        var result = Refused("verify", 400, "This link has already been used").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "already-used")));
    }

    [Test]
    public void The_log_tells_of_a_message_that_could_not_be_sent() =>
        Assert.That(Refused("verify", 200, "<p>Enter the code</p>").Log(Event("fn", "SMTP server refused the message")).Ask(Id)
            is { Verdict: Verdict.Fail, Reason: "not-sent" }, Is.True);

    [Test]
    public void Two_codes_are_a_warning() =>
        Assert.That(Passwordless().InsertAfter("start", Step("again", "start")).Ask(Id) is { Verdict: Verdict.Warn, Reason: "several-outstanding" }, Is.True);

    private static EvidenceBuilder Passwordless() => EvidenceBuilder.Live().Expect(expected => expected with { Connection = "email" })
        .InsertAfter("identifier-post", Step("start", "start"), Step("verify", "verify"));

    private static EvidenceStep Step(string name, string path) =>
        new(name, "POST", $"{HealthyFlow.Provider}/passwordless/{path}", 200) { ResourceType = "fetch", MimeType = "application/json", Body = "{}" };

    private static EvidenceBuilder Refused(string step, int status, string text) => Passwordless()
        .Change(step, found => found with { Status = status, Body = text, MimeType = "text/html" }).EndLoginAt(step)
        .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Prompted, tab => tab with { Url = HealthyFlow.Provider + "/u/login" });
}
