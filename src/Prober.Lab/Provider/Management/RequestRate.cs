namespace Prober.Lab.Provider.Management;

/// <summary>Counts requests in each whole second, as Auth0's rate limit headers describe it.</summary>
internal sealed class RequestRate(int limit, TimeProvider clock)
{
    private readonly Lock gate = new();
    private long second;
    private int used;

    /// <summary>What is left of this second after one more request, negative when there is none; and when the next one begins.</summary>
    public (int Limit, int Remaining, long Reset) Count()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            if (now != second) (second, used) = (now, 0);
            used++;
            return (limit, limit - used, second + 1);
        }
    }
}
