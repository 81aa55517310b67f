using Microsoft.Extensions.Hosting;

namespace Prober.Monitor;

/// <summary>The end of the monitor in two steps: nothing new begins, and what is being walked gets a while to finish.</summary>
public sealed class MonitorLife : IDisposable
{
    private readonly CancellationTokenSource _drained = new();
    private readonly CancellationTokenRegistration _registration;

    public MonitorLife(IHostApplicationLifetime host, MonitorOptions options)
    {
        ArgumentNullException.ThrowIfNull(host);
        Stopping = host.ApplicationStopping;
        _registration = Stopping.Register(() => _drained.CancelAfter(options.Drain));
    }

    /// <summary>From here on nothing new begins.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>From here on what is still being walked is cut short; it gets a record that says so.</summary>
    public CancellationToken Drained => _drained.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _drained.Dispose();
    }
}
