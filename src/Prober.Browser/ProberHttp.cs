using Prober.Browser.Recording;
using Prober.Browser.Sessions;

namespace Prober.Browser;

/// <summary>Makes clients for the requests that the prober sends beside the browser: they resolve names as it does and say who is asking.</summary>
public static class ProberHttp
{
    private const int MaxDocument = 16 * 1024 * 1024;

    /// <summary>A client that trusts what the browser of a session trusts.</summary>
    /// <param name="session">Its settings say whether certificate errors are ignored.</param>
    /// <param name="timeout">Limit of each request.</param>
    public static HttpClient For(BrowserSession session, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Create(session.Settings.IgnoreHttpsErrors, timeout);
    }

    internal static HttpClient Create(bool ignoreHttpsErrors, TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler { ConnectCallback = LoopbackConnect.ConnectAsync, UseCookies = false, AllowAutoRedirect = false };
        if (ignoreHttpsErrors) handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => ignoreHttpsErrors;
        var http = new HttpClient(handler) { Timeout = timeout, MaxResponseContentBufferSize = MaxDocument };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Prober/{ProductVersion.Value}");
        return http;
    }
}
