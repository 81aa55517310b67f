namespace Prober.Monitor.Alerts;

/// <summary>One way to tell somebody.</summary>
public interface IAlertChannel
{
    /// <summary>As delivery log and metrics name it; no secret in it.</summary>
    string Name { get; }

    /// <summary>Tells it, once.</summary>
    /// <exception cref="AlertRefusedException">It was not taken.</exception>
    Task SendAsync(Alert alert, CancellationToken cancellationToken);
}
