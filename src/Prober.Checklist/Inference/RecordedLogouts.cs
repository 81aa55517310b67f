using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>Where in a recording somebody logged out: what was shown before says nothing of what would be shown after.</summary>
public static class RecordedLogouts
{
    /// <summary>Every entry on the way of a logout, without the page where it landed, and for each the entry that began that logout.</summary>
    public static IReadOnlyDictionary<int, int> Of(HarLog recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var logouts = new Dictionary<int, int>();
        // Of a recording that was cut the numbers have gaps.
        foreach (var login in LoginAttempts.Of(recording))
        {
            if (ExpectationInference.FactsOf(login.ReadTraffic()).Logout is not { Chain: [var first, ..] } logout) continue;
            foreach (var entry in logout.Chain.Where(entry => entry.Index != logout.Landing?.Index)) logouts[Number(entry)] = Number(first);

            int Number(HarEntry entry) => recording.Entries[login.PositionOf(entry.Index)].Index;
        }

        return logouts;
    }
}
