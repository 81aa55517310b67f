using System.Data.Common;

namespace Prober.Monitor.Store;

/// <summary>For what must be written whenever the database comes back: the end of a run, a lease, a record that would stay for ever.</summary>
internal static class StorePatience
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Does it, and again for as long as the database does not answer or cannot write.</summary>
    /// <param name="work">Does not mind being done twice.</param>
    /// <param name="time">Between two attempts.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="DbException">The last answer, when there is no time left.</exception>
    /// <exception cref="OperationCanceledException">There is none, and it was waited for the next attempt.</exception>
    public static async Task UntilDoneAsync(Func<Task> work, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (DbException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(AskAgainAfter, time, cancellationToken);
            }
        }
    }
}
