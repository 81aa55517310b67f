using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>A mail server of this test's own: it speaks as much of RFC 5321, STARTTLS and AUTH PLAIN as a client needs, and keeps what it got.</summary>
internal sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener _socket = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private readonly bool _startTls;

    public SmtpReceiver(bool startTls, bool tls = false)
    {
        _startTls = startTls;
        _socket.Start();
        _serving = ServeAsync(tls);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndpoint).Port;

    public X509Certificate2 Certificate { get; } = SelfSigned();

    /// <summary>What AUTH said, in clear.</summary>
    public string? Login { get; private set; }

    /// <summary>Whether the message came through TLS.</summary>
    public bool Encrypted { get; private set; }

    public List<string> Recipients { get; } = [];

    public string Message { get; private set; } = "";

    /// <summary>Its answer to a recipient.</summary>
    public string AnswerToRecipient { get; set; } = "250 ok";

    /// <summary>Its answer to a password.</summary>
    public string AnswerToLogin { get; set; } = "235 welcome";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        Certificate.Dispose();
    }

    private async Task ServeAsync(bool tls)
    {
        while (true)
        {
            using var client = await _socket.AcceptTcpClientAsync(_end.Token);
            try
            {
                Stream stream = client.GetStream();
                if (tls) stream = await EncryptAsync(stream);
                await TalkAsync(stream);
            }
            catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, which it may.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        await SayAsync(stream, "220 receiver.example ESMTP");
        while (await LineAsync(stream) is { } line)
        {
            if (line.StartsWith("EHLO", StringComparison.Ordinal)) await SayAsync(stream, $"250-receiver.example\r\n{(_startTls && stream is not SslStream ? "250-STARTTLS\r\n" : "")}250-AUTH PLAIN\r\n250 SIZE 1000000");
            else if (line == "STARTTLS")
            {
                await SayAsync(stream, "220 go on");
                stream = await EncryptAsync(stream);
            }
            else if (line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal))
            {
                Login = Encoding.UTF8.GetString(Convert.FromBase64String(line["AUTH PLAIN ".Length..]));
                await SayAsync(stream, AnswerToLogin);
            }
            else if (line.StartsWith("RCPT TO:", StringComparison.Ordinal))
            {
                Recipients.Add(line["RCPT TO:".Length..]);
                await SayAsync(stream, AnswerToRecipient);
            }
            else if (line == "DATA") await TakeAsync(stream);
            else await SayAsync(stream, line == "QUIT" ? "221 bye" : "250 ok");
        }
    }

    private async Task TakeAsync(Stream stream)
    {
        await SayAsync(stream, "354 go on");
        var message = new StringBuilder();
        while (await LineAsync(stream) is { } line && line != ".") message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        (Message, Encrypted) = (message.ToString(), stream is SslStream);
        await SayAsync(stream, "250 taken");
    }

    private async Task<Stream> EncryptAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _end.Token);
        return encrypted;
    }

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _end.Token);

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _end.Token) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=receiver.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
