using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

public sealed class ConnectionEnabledTests
{
    private const string Id = "login-prompt-connection-enabled";

    [Test]
    public void An_accepted_login_passes() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void A_disabled_connection_fails_and_is_named(bool live)
    {
        var result = FaultEvidence.ConnectionDisabled(live).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "connection-disabled")));
            Assert.That(result.Summary, Does.Contain("Username-Password-Authentication").And.Contain("portal"));
        });
    }

    [TestCase("no connections enabled for the client", "no-connections")]
    [TestCase("parameter organization is required for this client", "organization")]
    [TestCase("unknown realm", "unknown-connection")]
    public void The_text_tells_the_kind(string description, string reason)
    {
        var result = FaultEvidence.ErrorPage(live: false, 400, "invalid_request", description).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
    }

    [Test]
    public void An_outage_says_nothing_of_it() =>
        Assert.That(FaultEvidence.Unavailable(live: true).Ask(Id).BlockedBy, Is.EqualTo("login-prompt-idp-available"));
}
