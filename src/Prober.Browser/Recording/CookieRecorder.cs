using System.Text;
using Microsoft.Playwright;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;

namespace Prober.Browser.Recording;

/// <summary>Reads a window's cookie jar at named moments.</summary>
internal sealed class CookieRecorder(TimeProvider time)
{
    private readonly List<CookieSnapshot> _snapshots = [];

    public IReadOnlyList<CookieSnapshot> Snapshots => _snapshots;

    public async Task<CookieSnapshot> TakeAsync(RecordedWindow window, string moment, CancellationToken cancellationToken)
    {
        var cookies = await window.Context.CookiesAsync().BoundedBy(cancellationToken);
        var snapshot = new CookieSnapshot(moment, time.GetUtcNow(), [.. cookies.Select(Read)]);
        _snapshots.Add(snapshot);
        return snapshot;
    }

    private static JarCookie Read(BrowserContextCookiesResult cookie) => new()
    {
        Name = cookie.Name,
        Domain = cookie.Domain,
        Path = cookie.Path,
        Value = cookie.Value,
        Size = Encoding.UTF8.GetByteCount(cookie.Name) + Encoding.UTF8.GetByteCount(cookie.Value),
        Secure = cookie.Secure,
        HttpOnly = cookie.HttpOnly,
        SameSite = cookie.SameSite.ToString(),
        Expires = cookie.Expires > 0 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(cookie.Expires * 1000d)) : null,
    };
}
