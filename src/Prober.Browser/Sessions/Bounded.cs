namespace Prober.Browser.Sessions;

/// <summary>
/// Playwright's calls take no token, so a call is left behind when its time is over; the page is closed later, in order.
/// Closing it at once would look like a failure of the target.
/// </summary>
internal static class Bounded
{
    public static async Task<T> BoundedBy<T>(this Task<T> call, CancellationToken cancellationToken)
    {
        Observe(call);
        return await call.WaitAsync(cancellationToken);
    }

    public static async Task BoundedBy(this Task call, CancellationToken cancellationToken)
    {
        Observe(call);
        await call.WaitAsync(cancellationToken);
    }

    /// <summary>A call left behind fails when its page closes; nobody is there to hear of it.</summary>
    private static void Observe(Task call) =>
        call.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
