using System.Collections.Concurrent;

namespace Prober.Browser.Journey;

/// <summary>
/// Notices pages that send the browser in circles by themselves: auto-submitting forms and scripts never meet the browser's own limit
/// of twenty redirects. A document is known by method, host and path, as its parameters differ on every round.
/// </summary>
internal sealed class NavigationLoop
{
    /// <summary>Visits of one document within a phase; a healthy login needs two, with a retry of its own three.</summary>
    public const int Limit = 6;

    private readonly ConcurrentDictionary<string, int> _visits = new();

    /// <summary>The document visited too often, as host and path; null while all is well.</summary>
    public string? Address { get; private set; }

    public void Visit(string method, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return;
        var address = uri.GetLeftPart(UriPartial.Path);
        if (_visits.AddOrUpdate($"{method} {address}", 1, (_, visits) => visits + 1) >= Limit) Address ??= address;
    }
}
