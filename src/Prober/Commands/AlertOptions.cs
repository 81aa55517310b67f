using System.CommandLine;
using Prober.Monitor.Alerts;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Commands;

/// <summary>Options of <c>prober serve</c> that say when somebody is told of what broke.</summary>
internal static class AlertOptions
{
    private static readonly AlertRules Default = new();
    private static readonly Option<int> After = new("--alert-after") { Description = "Runs of a scenario that must fail in a row before it is told.", DefaultValueFactory = _ => Default.OpenAfter };
    private static readonly Option<int> ResolveAfter = new("--resolve-after") { Description = "Runs of a scenario that must pass in a row before its end is told.", DefaultValueFactory = _ => Default.ResolveAfter };
    private static readonly Option<string?> Remind = new("--remind") { Description = "How often it is told again while it lasts, such as 4h (default: never)." };
    private static readonly Option<int> Flapping = new("--flapping") { Description = "The opening of one cause, within what --steady says, that is told as flapping; 0 for none.", DefaultValueFactory = _ => Default.FlapsAfter };
    private static readonly Option<string> Steady = new("--steady") { Description = "How long what flaps must stay one way before it is told which.", DefaultValueFactory = _ => DurationShape.Format(Default.SteadyAfter) };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[After, ResolveAfter, Remind, Flapping, Steady]) command.Add(option);
    }

    /// <exception cref="UsageException">A value is out of its range, or no duration.</exception>
    public static AlertRules Read(ParseResult parsed) => new()
    {
        OpenAfter = ServeCommand.AtLeast(1, parsed.GetValue(After), After.Name),
        ResolveAfter = ServeCommand.AtLeast(1, parsed.GetValue(ResolveAfter), ResolveAfter.Name),
        RemindEvery = parsed.GetValue(Remind) is { } remind ? Duration(remind, Remind.Name) : null,
        FlapsAfter = ServeCommand.AtLeast(0, parsed.GetValue(Flapping), Flapping.Name),
        SteadyAfter = Duration(parsed.GetRequiredValue(Steady), Steady.Name),
    };

    private static TimeSpan Duration(string text, string option) => DurationShape.TryParse(text, out var value) && value >= TimeSpan.FromMinutes(1)
        ? value
        : throw new UsageException($"{option} {text}: expected a duration of a minute or more, such as 5m, 2h or 3d");
}
