using Prober.Browser;

namespace Prober.Monitoring;

/// <summary>A browser that several journeys use; closed when it is to go and the last of them is done.</summary>
internal sealed class SharedBrowser(BrowserSession session)
{
    private readonly Lock _lock = new();
    private int _users;
    private bool _isRetired;

    public BrowserSession Session => session;

    /// <summary>Journeys that were begun in it.</summary>
    public int Journeys { get; private set; }

    public SharedBrowser Take()
    {
        lock (_lock)
        {
            (_users, Journeys) = (_users + 1, Journeys + 1);
            return this;
        }
    }

    public Task GiveBackAsync() => CloseIfAsync(() => --_users == 0 && _isRetired);

    /// <summary>No journey begins in it any more.</summary>
    public Task RetireAsync() => CloseIfAsync(() => (_isRetired = true) && _users == 0);

    private async Task CloseIfAsync(Func<bool> isLast)
    {
        bool close;
        lock (_lock) close = isLast();
        if (close) await session.DisposeAsync();
    }
}
