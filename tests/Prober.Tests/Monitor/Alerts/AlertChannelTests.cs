using System.Net;
using NUnit.Framework;
using Prober.Monitor.Alerts;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>Each channel against a receiver that looks at what it got.</summary>
public sealed class AlertChannelTests
{
    [Test]
    public async Task A_webhook_gets_the_whole_incident()
    {
        var (address, body) = await SentAsync(("PROBER_ALERT_WEBHOOK", "https://hooks.example/x"), Open);
        Assert.That(address, Is.EqualTo("https://hooks.example/x"));
        Assert.That(((string?)body["status"], (string?)body["kind"], (string?)body["key"], (string?)body["report"], body["scenarios"]!.AsArray().Count),
            Is.EqualTo(("firing", "opened", Broken.Id, "https://prober.example.com/login/runs/run-1/report", 2)));
        Assert.That((string?)(await SentAsync(("PROBER_ALERT_WEBHOOK", "https://hooks.example/x"), Over)).Body["status"], Is.EqualTo("resolved"));
        Assert.That((string?)(await SentAsync(("PROBER_ALERT_WEBHOOK", "https://hooks.example/x"), Open with { Page = null })).Body["report"], Is.EqualTo("/runs/run-1/report"));
    }

    [Test]
    public async Task Slack_gets_text_whose_markup_is_ours_alone()
    {
        var text = (string)(await SentAsync(("PROBER_ALERT_SLACK", "https://hooks.slack.example/x"), Open)).Body["text"]!;
        Assert.That(text, Is.EqualTo(":red_circle: *Login broken: login.example.com answered 503 &lt;b&gt;&amp; more&lt;/b&gt;.*\nScenarios (2): billing, portal\n"
            + "Since 2026-11-26 12:00 UTC, fault: identity-provider, check: login-prompt-idp-available (server-error)\nHow to mend it: Wait for the provider.\n"
            + "Report: https://prober.example.com/login/runs/run-1/report"));
    }

    [Test]
    public async Task PagerDuty_triggers_acknowledges_and_resolves_by_one_key()
    {
        var (address, body) = await SentAsync(("PROBER_ALERT_PAGERDUTY", "routing-key"), Open);
        Assert.That(address, Is.EqualTo("https://events.pagerduty.com/v2/enqueue"));
        Assert.That(((string?)body["routing_key"], (string?)body["event_action"], (string?)body["dedup_key"]), Is.EqualTo(("routing-key", "trigger", Broken.Id)));
        Assert.That(((string?)body["payload"]!["severity"], (string?)body["payload"]!["source"]), Is.EqualTo(("critical", "prober")));
        Assert.That((string?)body["links"]![0]!["href"], Is.EqualTo("https://prober.example.com/login/runs/run-1/report"));
        var seen = (await SentAsync(("PROBER_ALERT_PAGERDUTY", "routing-key"), Open with { Kind = AlertKind.Acknowledged })).Body;
        Assert.That(((string?)seen["event_action"], (string?)seen["dedup_key"]), Is.EqualTo(("acknowledge", Broken.Id)));
        var over = (await SentAsync(("PROBER_ALERT_PAGERDUTY", "routing-key"), Over)).Body;
        Assert.That(((string?)over["event_action"], (string?)over["dedup_key"]), Is.EqualTo(("resolve", Broken.Id)));
    }

    [Test]
    public async Task Alertmanager_gets_an_alert_that_ends_when_the_incident_does()
    {
        var (address, body) = await SentAsync(("PROBER_ALERT_ALERTMANAGER", "http://alertmanager:9093"), Over);
        Assert.That(address, Is.EqualTo("http://alertmanager:9093/api/v2/alerts"));
        var alert = body.AsArray().Single()!;
        Assert.That(((string?)alert["labels"]!["alertname"], (string?)alert["labels"]!["check"]), Is.EqualTo(("LoginBroken", "login-prompt-idp-available")));
        Assert.That(alert["endsAt"]!.GetValue<DateTimeOffset>(), Is.EqualTo(Over.Incident.ResolvedAt));
    }

    [Test]
    public void A_refusal_is_an_error_that_does_not_name_the_address()
    {
        using var client = new HttpClient(new HttpReceiver(HttpStatusCode.NotFound));
        var channel = Channels(client, ("PROBER_ALERT_SLACK", "https://hooks.slack.example/secret")).Single();
        Assert.That(async () => await channel.SendAsync(Open, default), Throws.TypeOf<AlertRefusedException>().With.Message.EqualTo("answered 404"));
    }
}
