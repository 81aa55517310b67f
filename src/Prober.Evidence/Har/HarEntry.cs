namespace Prober.Evidence.Har;

/// <summary>One exchange between the browser and a host.</summary>
public sealed record HarEntry
{
    /// <summary>Position in time order, from 0: what an evidence pointer's <c>entry</c> names.</summary>
    public required int Index { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Total time in milliseconds; negative or zero when the recorder did not know.</summary>
    public double TimeMs { get; init; }

    public required HarRequest Request { get; init; }

    public required HarResponse Response { get; init; }

    /// <summary>The page (tab) it belongs to, as the recorder named it.</summary>
    public string? Page { get; init; }

    /// <summary>The frame it belongs to (Playwright's <c>_frameref</c>).</summary>
    public string? Frame { get; init; }

    /// <summary>The browser's resource type in lower case (<c>document</c>, <c>fetch</c>, <c>xhr</c>, <c>script</c> …), when recorded.</summary>
    public string? ResourceType { get; init; }

    /// <summary>True when a service worker answered, so that request headers may be missing.</summary>
    public bool FromServiceWorker { get; init; }

    /// <summary>
    /// The window whose cookie jar it used, when that is not the main one: the part of <see cref="Page"/> before a slash
    /// (<c>private/…</c>, <c>provider-session/…</c>). Cookies of one window say nothing about another.
    /// </summary>
    public string? Window => Page?.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Page[..slash] : null;

    public DateTimeOffset EndedAt => StartedAt.AddMilliseconds(Math.Max(0, TimeMs));
}
