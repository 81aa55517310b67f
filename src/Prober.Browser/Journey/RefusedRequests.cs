using Prober.Browser.Recording;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>
/// What the traffic says beside the page: a page may blame the password while its own request was answered 429 or was
/// blocked, or a dead script may have let the form go out with the password in its address.
/// </summary>
internal static class RefusedRequests
{
    private const int Most = 3;

    public static IReadOnlyList<string> Since(TrafficLog traffic, DateTimeOffset from, Secret password)
    {
        var sent = traffic.Since(from).ToList();
        var refused = sent.Where(exchange => exchange.ResourceType is "xhr" or "fetch" or "document")
            .Where(exchange => exchange.Status >= 400 || exchange.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) == false)
            .Select(exchange => $"{exchange.Method} {PageWords.Path(exchange.Url)} was {AnswerTo(exchange)}")
            .Distinct().Take(Most).ToList();
        if (sent.Exists(exchange => Carries(exchange.Url, password))) refused.Add("the password was sent in an address");
        return refused;
    }

    private static bool Carries(string url, Secret password) =>
        url.Contains(Uri.EscapeDataString(password.Reveal()), StringComparison.OrdinalIgnoreCase)
        || Uri.UnescapeDataString(url.Replace('+', ' ')).Contains(password.Reveal(), StringComparison.Ordinal);

    private static string AnswerTo(Exchange exchange) =>
        exchange.Failure is { } failure ? $"not answered: {failure}" : $"answered {exchange.Status}";
}
