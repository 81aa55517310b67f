using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>Each channel against a receiver that looks at what it got.</summary>
public sealed class AlertChannelTests
{
    private static readonly Incident Open = new()
    {
        Id = "0123456789abcdef",
        Cause = "identity-provider|login-prompt-idp-available|server-error|login.example.com",
        OpenedAt = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero),
        CheckId = "login-prompt-idp-available",
        Reason = "server-error",
        Fault = "identity-provider",
        Summary = "login.example.com answered 503 <b>& more</b>.",
        Remedy = "Wait for the provider.",
        RunId = "run-1",
        Scenarios = ["billing", "portal"],
    };

    private static readonly Incident Over = Open with { ResolvedAt = Open.OpenedAt.AddMinutes(10) };

    [Test]
    public async Task A_webhook_gets_the_whole_incident()
    {
        var (address, body) = await SentAsync((AlertChannels.Webhook, "https://hooks.example/x"), Open);
        Assert.That(address, Is.EqualTo("https://hooks.example/x"));
        Assert.That(((string?)body["status"], (string?)body["key"], (string?)body["report"], body["scenarios"]!.AsArray().Count), Is.EqualTo(("firing", Open.Id, "/runs/run-1/report", 2)));
        Assert.That((string?)(await SentAsync((AlertChannels.Webhook, "https://hooks.example/x"), Over)).Body["status"], Is.EqualTo("resolved"));
    }

    [Test]
    public async Task Slack_gets_text_whose_markup_is_ours_alone()
    {
        var text = (string)(await SentAsync((AlertChannels.Slack, "https://hooks.slack.example/x"), Open)).Body["text"]!;
        Assert.That(text, Is.EqualTo(":red_circle: *Login broken: login.example.com answered 503 &lt;b&gt;&amp; more&lt;/b&gt;.*\nScenarios (2): billing, portal\n"
            + "Since 2026-11-26 12:00 UTC, fault: identity-provider, check: login-prompt-idp-available (server-error)\nHow to mend it: Wait for the provider."));
    }

    [Test]
    public async Task PagerDuty_triggers_and_resolves_by_one_key()
    {
        var (address, body) = await SentAsync((AlertChannels.PagerDuty, "routing-key"), Open);
        Assert.That(address, Is.EqualTo("https://events.pagerduty.com/v2/enqueue"));
        Assert.That(((string?)body["routing_key"], (string?)body["event_action"], (string?)body["dedup_key"]), Is.EqualTo(("routing-key", "trigger", Open.Id)));
        Assert.That(((string?)body["payload"]!["severity"], (string?)body["payload"]!["source"]), Is.EqualTo(("critical", "prober")));
        var over = (await SentAsync((AlertChannels.PagerDuty, "routing-key"), Over)).Body;
        Assert.That(((string?)over["event_action"], (string?)over["dedup_key"]), Is.EqualTo(("resolve", Open.Id)));
    }

    [Test]
    public async Task Alertmanager_gets_an_alert_that_ends_when_the_incident_does()
    {
        var (address, body) = await SentAsync((AlertChannels.Alertmanager, "http://alertmanager:9093"), Over);
        Assert.That(address, Is.EqualTo("http://alertmanager:9093/api/v2/alerts"));
        var alert = body.AsArray().Single()!;
        Assert.That(((string?)alert["labels"]!["alertname"], (string?)alert["labels"]!["check"]), Is.EqualTo(("LoginBroken", "login-prompt-idp-available")));
        Assert.That(alert["endsAt"]!.GetValue<DateTimeOffset>(), Is.EqualTo(Over.ResolvedAt));
    }

    [Test]
    public void An_address_that_is_none_is_refused_without_being_quoted() =>
        Assert.That(() => AlertChannels.Of(Variables((AlertChannels.Slack, "a secret")), new HttpClient()),
            Throws.TypeOf<FormatException>().With.Message.EqualTo("PROBER_ALERT_SLACK: expected an address that begins with https:// or http://"));

    [Test]
    public void A_refusal_is_an_error_that_does_not_name_the_address()
    {
        var channel = AlertChannels.Of(Variables((AlertChannels.Slack, "https://hooks.slack.example/secret")), new HttpClient(new Receiver(HttpStatusCode.NotFound))).Single();
        Assert.That(async () => await channel.SendAsync(Open, default), Throws.TypeOf<HttpRequestException>().With.Message.EqualTo("answered 404"));
    }

    private static async Task<(string Address, JsonNode Body)> SentAsync((string Name, string Value) variable, Incident incident)
    {
        using var receiver = new Receiver(HttpStatusCode.OK);
        await AlertChannels.Of(Variables(variable), new HttpClient(receiver)).Single().SendAsync(incident, default);
        return (receiver.Address, JsonNode.Parse(receiver.Body)!);
    }

    private static ScenarioVariables Variables((string Name, string Value) variable) => ScenarioVariables.Of(new Dictionary<string, string> { [variable.Name] = variable.Value });

    private sealed class Receiver(HttpStatusCode answer) : HttpMessageHandler
    {
        public string Address { get; private set; } = "";

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Address, Body) = (request.RequestUri!.AbsoluteUri, await request.Content!.ReadAsStringAsync(cancellationToken));
            return new(answer);
        }
    }
}
