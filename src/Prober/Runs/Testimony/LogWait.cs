using Prober.Browser;

namespace Prober.Runs.Testimony;

/// <summary>Tells a person that late entries of the provider's log are waited for, once that takes longer than a moment.</summary>
internal sealed class LogWait(IJourneyProgress? progress, TimeSpan patience) : IProgress<TimeSpan>
{
    /// <summary>Shorter waits are over before a line about them is read.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private bool _told;

    public void Report(TimeSpan value)
    {
        if (_told || value < Moment) return;
        _told = true;
        progress?.Waiting($"waiting for the identity provider's log, which does not show this login yet (up to {patience.TotalSeconds:0} s)");
    }
}
