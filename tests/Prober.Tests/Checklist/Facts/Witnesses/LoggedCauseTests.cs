using NUnit.Framework;
using Prober.Checklist.Facts.Witnesses;
using Prober.Tests.Checklist.Checks;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Facts.Witnesses;

public sealed class LoggedCauseTests
{
    private const string Expired = "LDAP: error code 49 - 80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 532, v4563";

    /// <summary>The directory's code in the server's log tells an expired password from the wrong one that the event speaks of.</summary>
    [Test]
    public void The_servers_log_goes_before_the_event()
    {
        var evidence = FaultEvidence.WrongPassword(live: true).Log(Event("fp", "Wrong email or password.")).ServerLog(Line(Expired)).Read();

        Assert.That(LoggedCause.Of(evidence)?.Check, Is.EqualTo("credentials-password-expired"));
        Assert.That(LoggedCause.Of(evidence)?.Words, Does.StartWith("The log server.log says that"));
    }

    [Test]
    public void Without_a_line_that_is_understood_the_event_speaks()
    {
        var evidence = FaultEvidence.WrongPassword(live: true).Log(Event("fp", "Wrong email or password.")).ServerLog(Line("Cache miss")).Read();

        Assert.That(LoggedCause.Of(evidence)?.Check, Is.EqualTo("credentials-no-error-shown"));
        Assert.That(LoggedCause.Of(evidence)?.Words, Does.StartWith("The identity provider's log says 'fp'"));
    }

    [Test]
    public void A_line_of_another_time_is_of_another_login()
    {
        var evidence = FaultEvidence.WrongPassword(live: true).ServerLog(Line(Expired, seconds: 300)).Read();

        Assert.That(LoggedCause.Of(evidence), Is.Null);
    }
}
