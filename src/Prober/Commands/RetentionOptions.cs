using System.CommandLine;
using Prober.Monitor.Runs;

namespace Prober.Commands;

/// <summary>Options of <c>prober serve</c> that say what is kept of past runs.</summary>
internal static class RetentionOptions
{
    private static readonly RetentionRules Default = new();
    private static readonly Option<int> Passed = new("--keep-passed") { Description = "Days for which runs that passed are kept.", DefaultValueFactory = _ => (int)Default.Passed.TotalDays };
    private static readonly Option<int> Failed = new("--keep-failed") { Description = "Days for which runs that did not pass are kept.", DefaultValueFactory = _ => (int)Default.Failed.TotalDays };
    private static readonly Option<int?> Runs = new("--keep-runs") { Description = "The most runs of a scenario that are kept of those that passed, and of those that did not (default: any number)." };
    private static readonly Option<int?> Size = new("--keep-size") { Description = "The most megabytes of evidence in the data folder; the oldest that passed goes first, and records stay (default: what the disk holds)." };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Passed, Failed, Runs, Size]) command.Add(option);
    }

    /// <exception cref="UsageException">A value is out of its range, or failures would go before successes.</exception>
    public static RetentionRules Read(ParseResult parsed)
    {
        var (passed, failed) = (ServeCommand.AtLeast(1, parsed.GetValue(Passed), Passed.Name), ServeCommand.AtLeast(1, parsed.GetValue(Failed), Failed.Name));
        if (failed < passed) throw new UsageException($"--keep-failed {failed}: expected no fewer days than --keep-passed ({passed}), as failures are what is looked for later");
        return new()
        {
            Passed = TimeSpan.FromDays(passed),
            Failed = TimeSpan.FromDays(failed),
            MostRuns = parsed.GetValue(Runs) is { } runs ? ServeCommand.AtLeast(1, runs, Runs.Name) : null,
            MostBytes = parsed.GetValue(Size) is { } megabytes ? ServeCommand.AtLeast(1, megabytes, Size.Name) * 1_000_000L : null,
        };
    }
}
