using System.Net;
using NUnit.Framework;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Scenarios;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertRoutesTests
{
    private static readonly Incident Own = Broken with { Fault = "prober", CheckId = IncidentBook.ProberItself, Reason = "not-walked", Summary = "no browser", Remedy = null };

    [Test]
    public void Own_faults_and_resting_accounts_go_to_the_operator_alone_and_all_else_never()
    {
        var routes = Routes(("PROBER_ALERT_SLACK", "https://a.example/"), ("PROBER_OPERATOR_SLACK", "https://b.example/"), ("PROBER_OPERATOR_COMMAND", "/bin/page"));
        Assert.That(Names(routes, Broken), Is.EqualTo(new[] { "slack" }));
        Assert.That(Names(routes, Own), Is.EqualTo(new[] { "operator-slack", "operator-command" }));
        Assert.That(Names(routes, Broken with { Fault = "account", CheckId = IncidentBook.AccountRests }), Is.EqualTo(new[] { "operator-slack", "operator-command" }));
    }

    [Test]
    public void Without_a_channel_of_the_operators_nobody_hears_of_own_faults() =>
        Assert.That(Names(Routes(("PROBER_ALERT_SLACK", "https://a.example/"), ("PROBER_ALERT_PAGERDUTY", "key")), Own), Is.Empty);

    [Test]
    public void A_variable_of_the_operators_that_is_wrong_is_named() => Assert.That(() => Routes(("PROBER_OPERATOR_TEAMS", "a secret")),
        Throws.TypeOf<FormatException>().With.Message.EqualTo("PROBER_OPERATOR_TEAMS: expected an address that begins with https:// or http://"));

    [Test]
    public async Task An_own_fault_does_not_read_as_an_outage()
    {
        var (_, body) = await SentAsync(("PROBER_ALERT_PAGERDUTY", "key"), Open with { Incident = Own });
        Assert.That(((string?)body["payload"]!["summary"], (string?)body["payload"]!["severity"], body["links"]!.AsArray().Count), Is.EqualTo(("Prober cannot do its work: no browser", "error", 0)));
        var alert = (await SentAsync(("PROBER_ALERT_ALERTMANAGER", "http://alertmanager:9093"), Open with { Incident = Own })).Body[0]!;
        Assert.That((string?)alert["labels"]!["alertname"], Is.EqualTo("ProberBroken"));
    }

    private static IEnumerable<string> Names(AlertRoutes routes, Incident incident) => routes.For(incident).Select(route => route.Name);

    private static AlertRoutes Routes(params (string Name, string Value)[] variables) =>
        AlertRoutes.Of(ScenarioVariables.Of(variables.ToDictionary(variable => variable.Name, variable => variable.Value)), new HttpClient(new HttpReceiver(HttpStatusCode.OK)), TimeProvider.System);
}
