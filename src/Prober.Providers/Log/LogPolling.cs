using Prober.Evidence;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers;

/// <summary>Looks into a log until what must be in it is there, or patience ends. The first look is at once, so a log without delay costs none.</summary>
internal static class LogPolling
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static async Task<Captured<ProviderLog>> ReadAsync(
        LogQuestion question, Func<CancellationToken, Task<LogReading>> look, TimeProvider time, CancellationToken cancellationToken)
    {
        var (started, pause) = (time.GetTimestamp(), FirstPause);
        while (true)
        {
            var reading = await look(cancellationToken);
            if (reading.Refusal is { } refusal) return Captured.Nothing<ProviderLog>(refusal);
            var (waited, isThere) = (time.GetElapsedTime(started), question.Awaited.All(awaited => awaited.IsIn(reading.Events)));
            if (isThere || reading.Problems.Count > 0 || waited >= question.Patience)
                return Captured.Of(Log(question, reading, waited, reading.Problems.Count == 0));
            question.Waiting?.Report(waited);
            if (!await PauseAsync(Shorter(pause, question.Patience - waited), time, cancellationToken))
                return Captured.Of(Log(question, reading, time.GetElapsedTime(started), isComplete: false));
            pause = Shorter(pause * 2, LongestPause);
        }
    }

    private static ProviderLog Log(LogQuestion question, LogReading reading, TimeSpan waited, bool isComplete) => new()
    {
        Source = "api",
        From = question.From,
        To = question.To,
        Waited = waited,
        IsComplete = isComplete,
        Problems = reading.Problems,
        Events = [.. reading.Events.DistinctBy(entry => entry.Id ?? $"{entry.At:O} {entry.Code}").OrderBy(entry => entry.At)],
    };

    private static async Task<bool> PauseAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
