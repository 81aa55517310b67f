namespace Prober.Monitor.Alerts;

/// <summary>
/// A Teams channel, by the webhook of a Workflow ("when a Teams webhook request is received"): a message with one Adaptive Card
/// (https://adaptivecards.io/explorer). Its text is in runs, which no Markdown reads, and kept below the 28 kB that Teams takes.
/// </summary>
public sealed class TeamsChannel(HttpClient client, Uri address) : IAlertChannel
{
    private const int LongestText = 2000;

    public string Name => "teams";

    public Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var attachment = new { contentType = "application/vnd.microsoft.card.adaptive", content = Card(alert) };
        return JsonPost.SendAsync(client, address, new { type = "message", attachments = new[] { attachment } }, cancellationToken);
    }

    private static Dictionary<string, object> Card(Alert alert) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.4",
        ["msteams"] = new { width = "Full" },
        ["body"] = Body(alert),
        ["actions"] = alert.Report is { } report ? new object[] { new { type = "Action.OpenUrl", title = "Report", url = report.AbsoluteUri } } : [],
    };

    private static List<object> Body(Alert alert)
    {
        List<object> body =
        [
            Line(new { type = "TextRun", text = AlertText.Short(AlertText.Title(alert), LongestText), size = "Large", weight = "Bolder", color = alert.IsOver ? "Good" : "Attention" }),
            Line(Plain($"Scenarios ({alert.Incident.Scenarios.Count}): {AlertText.Scenarios(alert)}")),
        ];
        if (alert.Kind == AlertKind.Flapping) body.Add(Line(Plain(AlertText.ByTurns)));
        if (AlertText.Changed(alert) is { } changed) body.Add(Line(Plain(changed)));
        if (AlertText.Remedy(alert) is { } remedy) body.Add(Line(new { type = "TextRun", text = "How to mend it: ", weight = "Bolder" }, Plain(remedy)));
        body.Add(Line(new { type = "TextRun", text = $"{AlertText.Since(alert)}, {AlertText.Cause(alert)}", isSubtle = true }));
        return body;
    }

    private static object Line(params object[] inlines) => new { type = "RichTextBlock", inlines };

    private static object Plain(string text) => new { type = "TextRun", text = AlertText.Short(text, LongestText) };
}
