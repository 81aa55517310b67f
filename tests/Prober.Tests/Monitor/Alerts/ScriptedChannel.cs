using Prober.Monitor.Alerts;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>Keeps what it took; refuses as long as it is told to.</summary>
internal sealed class ScriptedChannel(string name = "slack") : IAlertChannel
{
    public string Name => name;

    public List<Alert> Taken { get; } = [];

    public IEnumerable<AlertKind> Kinds => Taken.Select(alert => alert.Kind);

    public Exception? Refusal { get; set; }

    public Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (Refusal is { } refusal) return Task.FromException(refusal);
        Taken.Add(alert);
        return Task.CompletedTask;
    }
}
