using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

public sealed class TeamsChannelTests
{
    private const int LargestMessage = 28 * 1024;

    [Test]
    public async Task A_card_says_what_broke_how_to_mend_it_and_where_the_report_is()
    {
        var card = await CardAsync(Open with { Changed = "Changed since the last green run: nothing else" });
        Assert.That(Lines(card), Is.EqualTo(new[]
        {
            "Login broken: login.example.com answered 503 <b>& more</b>.", "Scenarios (2): billing, portal", "Changed since the last green run: nothing else", "How to mend it: Wait for the provider.",
            "Since 2026-11-26 12:00 UTC, fault: identity-provider, check: login-prompt-idp-available (server-error)",
        }));
        Assert.That((string?)card["actions"]![0]!["url"], Is.EqualTo("https://prober.example.com/login/runs/run-1/report"));
        Assert.That((string?)card["body"]![0]!["inlines"]![0]!["color"], Is.EqualTo("Attention"));
    }

    [Test]
    public async Task Its_end_is_green_and_has_nothing_to_mend()
    {
        var card = await CardAsync(Over);
        Assert.That(Lines(card)[0], Does.StartWith("Login works again: "));
        Assert.That((string?)card["body"]![0]!["inlines"]![0]!["color"], Is.EqualTo("Good"));
        Assert.That(Lines(card), Has.None.StartsWith("How to mend it"));
    }

    [Test]
    public async Task A_long_message_stays_below_what_Teams_takes() => await CardAsync(Open with { Incident = Broken with { Summary = new('s', 50_000), Remedy = new('r', 50_000) }, Page = null });

    // Holds the message against what a Workflow takes: an attachment with a card whose elements and properties the schema of version 1.4 has.
    private static async Task<JsonNode> CardAsync(Prober.Monitor.Alerts.Alert alert)
    {
        var body = (await SentAsync(("PROBER_ALERT_TEAMS", "https://prod-1.westeurope.logic.azure.example/workflows/1?sig=secret"), alert)).Body;
        Assert.That(Encoding.UTF8.GetByteCount(body.ToJsonString()), Is.LessThan(LargestMessage));
        Assert.That((string?)body["type"], Is.EqualTo("message"));
        var attachment = body["attachments"]!.AsArray().Single()!;
        Assert.That((string?)attachment["contentType"], Is.EqualTo("application/vnd.microsoft.card.adaptive"));
        var card = attachment["content"]!;
        Assert.That(((string?)card["type"], (string?)card["version"], (string?)card["$schema"]), Is.EqualTo(("AdaptiveCard", "1.4", "http://adaptivecards.io/schemas/adaptive-card.json")));
        Assert.That(Keys(card), Is.SubsetOf(new[] { "$schema", "type", "version", "body", "actions", "msteams" }));
        foreach (var block in card["body"]!.AsArray())
        {
            Assert.That(((string?)block!["type"], string.Join(' ', Keys(block))), Is.EqualTo(("RichTextBlock", "type inlines")));
            foreach (var run in block["inlines"]!.AsArray())
            {
                Assert.That(((string?)run!["type"], ((string?)run["text"])?.Length > 0), Is.EqualTo(("TextRun", true)));
                Assert.That(Keys(run), Is.SubsetOf(new[] { "type", "text", "size", "weight", "color", "isSubtle" }));
                Assert.That((string?)run["size"], Is.AnyOf(null, "Small", "Default", "Medium", "Large", "ExtraLarge"));
                Assert.That((string?)run["weight"], Is.AnyOf(null, "Lighter", "Default", "Bolder"));
                Assert.That((string?)run["color"], Is.AnyOf(null, "Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"));
            }
        }

        foreach (var action in card["actions"]!.AsArray())
            Assert.That(((string?)action!["type"], action["title"] is not null, Uri.IsWellFormedUriString((string?)action["url"], UriKind.Absolute)), Is.EqualTo(("Action.OpenUrl", true, true)));
        return card;
    }

    private static List<string> Lines(JsonNode card) => [.. card["body"]!.AsArray().Select(block => string.Concat(block!["inlines"]!.AsArray().Select(run => (string?)run!["text"])))];

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);
}
