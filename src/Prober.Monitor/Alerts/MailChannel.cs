using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Prober.Monitor.Alerts;

/// <summary>Mail by SMTP.</summary>
public sealed class MailChannel(MailSettings settings, TimeProvider time) : IAlertChannel
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Name => "mail";

    /// <summary>Which certificates are good; null for those that the system trusts.</summary>
    internal RemoteCertificateValidationCallback? Trust { get; init; }

    public async Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        // A message must not wait for a revocation list, as it does not on its way to a webhook.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        if (Trust is not null) client.ServerCertificateValidationCallback = Trust;
        try
        {
            await SendAsync(client, alert, either.Token);
        }
        catch (Exception refused) when (Words(refused) is not null)
        {
            throw new AlertRefusedException(Words(refused)!, refused);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AlertRefusedException("no answer in time", slow);
        }
    }

    private async Task SendAsync(SmtpClient client, Alert alert, CancellationToken cancellationToken)
    {
        var security = settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(settings.Host, settings.Port, security, cancellationToken);
        if (settings is { User: { } user, Password: { } password }) await client.AuthenticateAsync(user, password.Reveal(), cancellationToken);
        await client.SendAsync(MailMessage.Of(alert, settings), cancellationToken);
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception rude) when (rude is IOException or SmtpProtocolException or SmtpCommandException)
        {
            // The message was taken; how the server says goodbye is its own affair.
        }
    }

    // The server's own words may repeat an address or a user: only its number is told.
    private static string? Words(Exception refused) => refused switch
    {
        SmtpCommandException { StatusCode: var status } => $"answered {(int)status}",
        AuthenticationException => "the server refused user name or password",
        SslHandshakeException => "the server's certificate is not trusted, or it speaks no TLS",
        NotSupportedException => "the server offers no STARTTLS, or no way to log in that is known here",
        SocketException or IOException or ProtocolException or TimeoutException or ServiceNotConnectedException => "not reached",
        _ => null,
    };
}
