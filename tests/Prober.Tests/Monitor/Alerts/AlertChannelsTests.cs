using NUnit.Framework;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertChannelsTests
{
    private static readonly (string, string) Server = ("PROBER_ALERT_MAIL_SERVER", "smtp.example.com"), From = ("PROBER_ALERT_MAIL_FROM", "prober@example.com"), To = ("PROBER_ALERT_MAIL_TO", "on-call@example.com");

    [Test]
    public void Each_variable_is_a_channel() => Assert.That(
        Channels(("PROBER_ALERT_WEBHOOK", "https://a.example/"), ("PROBER_ALERT_ALERTMANAGER", "http://b.example/"), ("PROBER_ALERT_PAGERDUTY", "key"), ("PROBER_ALERT_SLACK", "https://c.example/"),
            ("PROBER_ALERT_TEAMS", "https://d.example/"), Server, From, To, ("PROBER_ALERT_COMMAND", "/bin/page")).Select(channel => channel.Name),
        Is.EqualTo(new[] { "webhook", "alertmanager", "pagerduty", "slack", "teams", "mail", "command" }));

    [TestCase("SLACK", "a secret", "expected an address that begins with https:// or http://")]
    [TestCase("TEAMS", "a secret", "expected an address that begins with https:// or http://")]
    [TestCase("COMMAND", "[\"a secret\"", "expected the path of a program, or a JSON array of program and arguments such as [\"/usr/local/bin/page\", \"--team\", \"logins\"]")]
    [TestCase("COMMAND", "[]", "expected the path of a program, or a JSON array of program and arguments such as [\"/usr/local/bin/page\", \"--team\", \"logins\"]")]
    [TestCase("MAIL_SERVER", "smtp.example.com/x", "expected a host such as smtp.example.com, or one with a port such as smtp.example.com:587")]
    [TestCase("MAIL_TLS", "ssl", "expected starttls, tls or none")]
    [TestCase("MAIL_FROM", "nobody", "expected a mail address such as prober@example.com")]
    [TestCase("MAIL_TO", "", "expected mail addresses, separated by commas")]
    [TestCase("MAIL_PASSWORD", "a secret", "expected a value, because PROBER_ALERT_MAIL_PASSWORD is set", "MAIL_USER")]
    public void A_value_that_is_wrong_is_refused_without_being_quoted(string name, string value, string message, string? named = null)
    {
        var variables = new[] { Server, From, To }.Where(other => other.Item1 != $"PROBER_ALERT_{name}").Append(($"PROBER_ALERT_{name}", value)).ToArray();
        Assert.That(() => Channels(variables), Throws.TypeOf<FormatException>().With.Message.EqualTo($"PROBER_ALERT_{named ?? name}: {message}"));
    }

    [Test]
    public void A_password_never_goes_in_the_clear() => Assert.That(
        () => Channels(Server, From, To, ("PROBER_ALERT_MAIL_TLS", "none"), ("PROBER_ALERT_MAIL_USER", "user"), ("PROBER_ALERT_MAIL_PASSWORD", "a secret")),
        Throws.TypeOf<FormatException>().With.Message.EqualTo("PROBER_ALERT_MAIL_TLS: expected starttls or tls, because a password is set"));
}
