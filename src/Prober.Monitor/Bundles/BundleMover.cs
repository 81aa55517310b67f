using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Prober.Monitor.Bundles;

/// <summary>Moves bundles every few seconds; less often while the bucket is away.</summary>
internal sealed partial class BundleMover(BundleMoves moves, TimeProvider time, ILogger<BundleMover> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5), WhileAway = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? problem = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = await moves.MoveAsync(stoppingToken);
                if (now is not null && now != problem) Away(now);
                if (now is null && problem is not null) Back();
                problem = now;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                Failed(wrong.GetType().Name);
            }

            await Task.Delay(problem is null ? Interval : WhileAway, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "evidence stays on this node for now: {Problem}")]
    private partial void Away(string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "the bucket takes evidence again")]
    private partial void Back();

    [LoggerMessage(Level = LogLevel.Error, Message = "evidence could not be moved ({Exception})")]
    private partial void Failed(string exception);
}
