using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>One way to tell somebody.</summary>
public interface IAlertChannel
{
    /// <summary>As the delivery log names it; no secret in it.</summary>
    string Name { get; }

    /// <summary>Tells of an incident: that it is there, or that it is over.</summary>
    /// <exception cref="HttpRequestException">It was not taken.</exception>
    Task SendAsync(Incident incident, CancellationToken cancellationToken);
}
