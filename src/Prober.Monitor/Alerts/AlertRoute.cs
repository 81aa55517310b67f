namespace Prober.Monitor.Alerts;

/// <summary>A channel under the name that delivery log and metrics have: <c>slack</c> tells of the target, <c>operator-slack</c> the operator.</summary>
public sealed record AlertRoute(string Name, IAlertChannel Channel);
