using Prober.Monitor.Incidents;
using Prober.Scenarios;

namespace Prober.Monitor.Alerts;

/// <summary>
/// Who is told of what. Those who own the target hear of the target; what the prober itself could not do, and that an account rests, is told to
/// the operator alone, and to nobody where the operator has no channel.
/// </summary>
public sealed class AlertRoutes(IEnumerable<IAlertChannel> target, IEnumerable<IAlertChannel> operators)
{
    /// <summary>What the variables of the target's channels begin with, and those of the operator's.</summary>
    public const string TargetPrefix = "PROBER_ALERT", OperatorPrefix = "PROBER_OPERATOR";

    private readonly List<AlertRoute> _target = [.. target.Select(channel => new AlertRoute(channel.Name, channel))];
    private readonly List<AlertRoute> _operators = [.. operators.Select(channel => new AlertRoute($"operator-{channel.Name}", channel))];

    public IReadOnlyList<AlertRoute> All => [.. _target, .. _operators];

    /// <exception cref="FormatException">A variable does not hold what it should; the message names it and does not quote it.</exception>
    public static AlertRoutes Of(ScenarioVariables variables, HttpClient client, TimeProvider time) =>
        new(AlertChannels.Of(variables, TargetPrefix, client, time), AlertChannels.Of(variables, OperatorPrefix, client, time));

    public IReadOnlyList<AlertRoute> For(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.IsForOperator ? _operators : _target;
    }
}
