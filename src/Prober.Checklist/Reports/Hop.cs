using Prober.Evidence.Session;

namespace Prober.Checklist.Reports;

/// <summary>One exchange of the sequence diagram: browser to host and back.</summary>
public sealed record Hop
{
    /// <summary>Index of the HAR entry.</summary>
    public required int Entry { get; init; }

    /// <summary>The <see cref="Participant"/> that was asked.</summary>
    public required string To { get; init; }

    public required string Method { get; init; }

    /// <summary>Address without secrets.</summary>
    public required string Url { get; init; }

    public required int Status { get; init; }

    /// <summary>The browser's error when there was no response.</summary>
    public string? Failure { get; init; }

    /// <summary>What the exchange is in the protocol, in words: "authorization request", "callback with code".</summary>
    public required string Label { get; init; }

    /// <summary>Where the response sent the browser, redacted; null when it did not.</summary>
    public string? RedirectsTo { get; init; }

    public PhaseName? Phase { get; init; }

    /// <summary>Milliseconds since the run's start.</summary>
    public required double AtMs { get; init; }

    public required double DurationMs { get; init; }

    public bool Silent { get; init; }

    /// <summary>True when the headline's evidence names this entry.</summary>
    public bool Failing { get; init; }

    /// <summary>Names of cookies offered by the response and sent with the request.</summary>
    public IReadOnlyList<string> CookiesSet { get; init; } = [];

    public IReadOnlyList<string> CookiesSent { get; init; } = [];
}
