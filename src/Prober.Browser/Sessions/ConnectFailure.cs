using System.Globalization;
using System.Text.RegularExpressions;

namespace Prober.Browser.Sessions;

/// <summary>
/// Why a Playwright server could not be had. Of Playwright's own message only what is known to hold no secret is taken over: it quotes the address, which often
/// carries a token, and the headers.
/// </summary>
internal static partial class ConnectFailure
{
    private static readonly (string Word, string Means)[] Telling =
    [
        ("ECONNREFUSED", "refused the connection: it does not run, or listens on another port"),
        ("ENOTFOUND", "has a host name that nobody knows"),
        ("EAI_AGAIN", "has a host name that could not be looked up"),
        ("ECONNRESET", "broke the connection off"),
        ("EHOSTUNREACH", "cannot be reached over the network"),
        ("certificate", "has a TLS certificate that is not trusted here"),
        ("version mismatch", "is of another version than this prober's Playwright; start the same one there"),
    ];

    /// <param name="message">Playwright's.</param>
    /// <param name="timeout">Of connecting.</param>
    public static string Describe(string message, TimeSpan timeout)
    {
        var why = Telling.FirstOrDefault(known => message.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).Means
            ?? (Status().Match(message) is { Success: true } status ? $"answered {status.Groups[1].Value}, which is no Playwright server's welcome" : null)
            ?? (message.Contains("imeout", StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"did not answer within {timeout.TotalSeconds:0.#} s") : "could not be connected to");
        return $"the Playwright server of connectOptions {why}";
    }

    // Of the WebSocket handshake (RFC 6455 section 4.2.2): "<ws error> wss://... 403 Forbidden".
    [GeneratedRegex(@"(?:response: |\s)([45]\d\d)(?:\s+[A-Z]|\s*$)", RegexOptions.Multiline)]
    private static partial Regex Status();
}
