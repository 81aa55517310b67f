using MimeKit;
using NUnit.Framework;
using Prober.Monitor.Alerts;
using Prober.Scenarios;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

public sealed class MailChannelTests
{
    [TestCase("starttls")]
    [TestCase("tls")]
    public async Task Mail_goes_through_TLS_with_the_password_that_the_variable_has(string security)
    {
        await using var receiver = new SmtpReceiver(startTls: security == "starttls", tls: security == "tls");
        await Channel(receiver, security).SendAsync(Open, default);
        Assert.That((receiver.Encrypted, receiver.Login), Is.EqualTo((true, "\0user\0correct-horse")));
        Assert.That(receiver.Recipients, Is.EqualTo(new[] { "<one@example.com>", "<two@example.com>" }));
        var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(receiver.Message)));
        Assert.That((mail.Subject, mail.From.ToString(), mail.Date, mail.Headers[HeaderId.AutoSubmitted]),
            Is.EqualTo(("Login broken: login.example.com answered 503 <b>& more</b>.", "\"Prober\" <prober@example.com>", Open.At, "auto-generated")));
        Assert.That(mail.TextBody!.ReplaceLineEndings("\n"), Does.Contain("\nHow to mend it: Wait for the provider.\nReport: https://prober.example.com/login/runs/run-1/report\n"));
    }

    [Test]
    public async Task All_of_an_incident_is_one_thread()
    {
        await using var receiver = new SmtpReceiver(startTls: true);
        await Channel(receiver, "starttls").SendAsync(Open, default);
        var first = receiver.Message;
        await Channel(receiver, "starttls").SendAsync(Over, default);
        Assert.That(first, Does.Contain("Message-Id: <0123456789abcdef.opened@example.com>"));
        Assert.That(receiver.Message, Does.Contain("In-Reply-To: <0123456789abcdef.opened@example.com>").And.Contain("Subject: Login works again: "));
    }

    [Test]
    public async Task A_server_without_STARTTLS_gets_neither_password_nor_mail()
    {
        await using var receiver = new SmtpReceiver(startTls: false);
        Assert.That(async () => await Channel(receiver, "starttls").SendAsync(Open, default), Refused("the server offers no STARTTLS, or no way to log in that is known here"));
        Assert.That((receiver.Login, receiver.Message), Is.EqualTo(((string?)null, "")));
    }

    [Test]
    public async Task A_certificate_that_nobody_trusts_is_refused()
    {
        await using var receiver = new SmtpReceiver(startTls: true);
        Assert.That(async () => await new MailChannel(Settings(receiver, "starttls"), TimeProvider.System).SendAsync(Open, default), Refused("the server's certificate is not trusted, or it speaks no TLS"));
        Assert.That(receiver.Login, Is.Null);
    }

    [Test]
    public async Task What_the_server_refuses_is_told_by_its_number_alone()
    {
        await using var receiver = new SmtpReceiver(startTls: true) { AnswerToRecipient = "550 no one@example.com here" };
        Assert.That(async () => await Channel(receiver, "starttls").SendAsync(Open, default), Refused("answered 550"));
        receiver.AnswerToLogin = "535 user is wrong";
        Assert.That(async () => await Channel(receiver, "starttls").SendAsync(Open, default), Refused("the server refused user name or password"));
    }

    [Test]
    public async Task In_the_clear_only_where_that_was_asked_for()
    {
        await using var receiver = new SmtpReceiver(startTls: true);
        await new MailChannel(Settings(receiver, "none"), TimeProvider.System).SendAsync(Open, default);
        Assert.That((receiver.Encrypted, receiver.Login, receiver.Message.Length > 0), Is.EqualTo((false, (string?)null, true)));
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string message) => Throws.TypeOf<AlertRefusedException>().With.Message.EqualTo(message);

    private static MailChannel Channel(SmtpReceiver receiver, string security) => new(Settings(receiver, security), TimeProvider.System)
    {
        Trust = (_, certificate, _, _) => certificate!.GetCertHashString() == receiver.Certificate.GetCertHashString(),
    };

    private static MailSettings Settings(SmtpReceiver receiver, string security)
    {
        var variables = new Dictionary<string, string>
        {
            ["PROBER_ALERT_MAIL_SERVER"] = $"127.0.0.1:{receiver.Port}",
            ["PROBER_ALERT_MAIL_TLS"] = security,
            ["PROBER_ALERT_MAIL_FROM"] = "Prober <prober@example.com>",
            ["PROBER_ALERT_MAIL_TO"] = "one@example.com, Two <two@example.com>",
        };
        if (security != "none") (variables["PROBER_ALERT_MAIL_USER"], variables["PROBER_ALERT_MAIL_PASSWORD"]) = ("user", "correct-horse");
        return MailSettings.Of(ScenarioVariables.Of(variables), AlertRoutes.TargetPrefix)!;
    }
}
