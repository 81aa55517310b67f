using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>
/// Finds in the traffic of one browser where one login is over and the next begins. What one login leads to (second tab, single sign-on,
/// logout, the look afterwards, a loop) stays with it. Looks at a stretch of a large file at a time: what happened thousands of requests ago
/// decides nothing, and deriving facts from the whole would take more than the file's size in memory.
/// </summary>
internal sealed class LoginCuts
{
    /// <summary>Entries: several times the recording of one whole journey.</summary>
    internal const int Stretch = 4096;

    /// <summary>A person needs longer than this to begin again; what follows faster was done by a page.</summary>
    private static readonly TimeSpan Hand = TimeSpan.FromSeconds(2);

    private readonly List<(int Start, string Because)> _found = [];

    /// <param name="file">The whole file.</param>
    /// <param name="positions">The browser's entries in it.</param>
    /// <param name="stretch">Entries looked at together, as long as one login is not longer.</param>
    public LoginCuts(HarLog file, int[] positions, int stretch = Stretch)
    {
        var (start, length) = (0, stretch);
        while (true)
        {
            var facts = ExpectationInference.FactsOf(LoginAttempt.Part(file, new ArraySegment<int>(positions, start, Math.Min(length, positions.Length - start))));
            HasLogin |= facts.Interactive.Any();
            var isLast = start + length >= positions.Length;
            // What begins near the end of a stretch may go on behind it, and tell of what was before.
            var cuts = Within(facts).Where(cut => cut.Start > 0 && (isLast || cut.Start < length * 3 / 4)).ToList();
            _found.AddRange(cuts.Select(cut => (start + cut.Start, cut.Because)));
            if (isLast) return;
            if (cuts.Count == 0) length = (int)Math.Min(positions.Length, length * 2L);
            else (start, length) = (start + cuts[^1].Start, stretch);
        }
    }

    /// <summary>True where somebody was sent to a provider to log in.</summary>
    public bool HasLogin { get; }

    /// <summary>Where each login but the first begins, counted in the browser's own entries, and why it is one of its own.</summary>
    public IReadOnlyList<(int Start, string Because)> Found => _found;

    private static List<(int Start, string Because)> Within(EvidenceFacts facts)
    {
        var cuts = new List<(int, string)>();
        var current = new List<LoginTransaction>();
        foreach (var next in facts.Interactive)
        {
            if (current.Count > 0 && Reason(facts, current, next) is { } reason)
            {
                cuts.Add((Beginning(facts, next), reason));
                current.Clear();
            }

            current.Add(next);
        }

        return cuts;
    }

    private static string? Reason(EvidenceFacts facts, List<LoginTransaction> current, LoginTransaction next)
    {
        var last = current[^1];
        if (!IsByHand(facts, last, next)) return null;
        // After a logout people look whether they are out: prompts that nobody answers belong to it.
        if (LoggedOutBetween(facts, current[0], next)) return next.CredentialPost is null ? null : "somebody logs in again after a logout";
        if (last.ClientId == next.ClientId && !last.Succeeded) return "the same application is tried again after a login that did not come through";
        return current.Any(transaction => transaction.CredentialPost is not null) && next.CredentialPost is not null && current.Any(transaction => transaction.ClientId == next.ClientId)
            ? "credentials are given again" : null;
    }

    // A loop sends the browser on by itself. With Fetch Metadata the browser tells who began; else the time must do.
    private static bool IsByHand(EvidenceFacts facts, LoginTransaction last, LoginTransaction next)
    {
        var start = facts.Chains.StartOf(facts.Chains.Exchanges[next.Authorization.Index]);
        if (start.IsByPerson || start.Entry.Request.Headers["sec-fetch-site"] == "none") return true;
        var before = last.Callback ?? last.Chain.Last(entry => entry.Index < next.Authorization.Index);
        return start.Entry.StartedAt - before.EndedAt > Hand;
    }

    private static bool LoggedOutBetween(EvidenceFacts facts, LoginTransaction first, LoginTransaction next)
    {
        for (var index = first.Authorization.Index + 1; index < next.Authorization.Index; index++)
        {
            if (facts.Roles[index] == EndpointRole.Logout) return true;
        }

        return false;
    }

    /// <summary>The page that sent the browser to the provider, with the one before it that a person opened anew.</summary>
    private static int Beginning(EvidenceFacts facts, LoginTransaction transaction)
    {
        var start = facts.Chains.StartOf(facts.Chains.Exchanges[transaction.Authorization.Index]);
        return facts.Chains.PreviousPage(start) is { } page && facts.RoleOf(page.Entry) == EndpointRole.Application && page.Authority == start.Authority
            && facts.Chains.PreviousPage(page) is { } before && page.Entry.StartedAt - before.Entry.EndedAt > Hand ? page.Index : start.Index;
    }
}
