using MimeKit;

namespace Prober.Monitor.Alerts;

/// <summary>An alert as mail: all of an incident in one thread, and no answer of a machine to it.</summary>
internal static class MailMessage
{
    public static MimeMessage Of(Alert alert, MailSettings settings)
    {
        var from = InternetAddressList.Parse(settings.From);
        var domain = from.Mailboxes.Single().Domain;
        var message = new MimeMessage
        {
            Date = alert.At,
            MessageId = Id(alert.Kind == AlertKind.Opened ? "opened" : $"{alert.Kind}.{alert.At.ToUnixTimeMilliseconds()}".ToLowerInvariant()),
            Subject = AlertText.Short(AlertText.Title(alert), 200),
            Body = new TextPart("plain") { Text = $"{AlertText.Title(alert)}\n\n{AlertText.Body(alert)}\n" },
        };
        message.From.AddRange(from);
        message.To.AddRange(InternetAddressList.Parse(settings.To));
        if (alert.Kind != AlertKind.Opened)
        {
            message.InReplyTo = Id("opened");
            message.References.Add(Id("opened"));
        }

        // RFC 3834 section 5: no vacation note comes back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;

        string Id(string part) => $"{alert.Incident.Id}.{part}@{domain}";
    }
}
