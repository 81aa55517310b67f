using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>
/// Finds in the traffic of one browser where one login is over and the next begins. What one login leads to (second tab, single sign-on,
/// logout, the look afterwards, a loop) stays with it. Looks at a stretch of a large file at a time, with what stands around it: what happened
/// thousands of requests ago decides nothing, and deriving facts from the whole would take more than the file's size in memory.
/// </summary>
internal sealed class LoginCuts
{
    /// <summary>Entries: several times the recording of one whole journey.</summary>
    internal const int Stretch = 1536;

    /// <summary>Entries looked at before and behind a stretch: more than there are between an authorization request and its answer.</summary>
    internal const int Margin = 512;

    /// <summary>A person needs longer than this to begin again; what follows faster was done by a page.</summary>
    private static readonly TimeSpan Hand = TimeSpan.FromSeconds(2);

    private readonly List<(int Start, string Because)> _found = [];
    private readonly List<Tried> _current = [];
    private int _lastLogout = -1;

    /// <param name="file">The whole file.</param>
    /// <param name="positions">The browser's entries in it.</param>
    /// <param name="stretch">Entries decided on at once.</param>
    /// <param name="margin">Entries seen around them.</param>
    public LoginCuts(HarLog file, int[] positions, int stretch = Stretch, int margin = Margin)
    {
        for (var from = 0; from == 0 || from < positions.Length; from += stretch)
        {
            var (start, to) = (Math.Max(0, from - margin), Math.Min(positions.Length, from + stretch));
            var facts = ExpectationInference.FactsOf(file.Part(new ArraySegment<int>(positions, start, Math.Min(positions.Length, to + margin) - start)));
            HasLogin |= facts.Interactive.Any();
            Look(facts, start, from, to);
        }
    }

    /// <summary>True where somebody was sent to a provider to log in.</summary>
    public bool HasLogin { get; }

    /// <summary>Where each login but the first begins, counted in the browser's own entries, and why it is one of its own.</summary>
    public IReadOnlyList<(int Start, string Because)> Found => _found;

    /// <summary>A login in the traffic of a stretch that begins at <c>Offset</c>.</summary>
    private sealed record Tried(LoginTransaction Transaction, int Offset)
    {
        public int Position => Offset + Transaction.Authorization.Index;
    }

    private void Look(EvidenceFacts facts, int start, int from, int to)
    {
        var at = from;
        foreach (var next in facts.Interactive.Select(transaction => new Tried(transaction, start)).Where(next => next.Position >= from && next.Position < to))
        {
            NoteLogouts(next.Position);
            if (_current.Count > 0 && Reason(facts, next) is { } reason)
            {
                _found.Add((start + Beginning(facts, next.Transaction), reason));
                _current.Clear();
            }

            _current.Add(next);
        }

        NoteLogouts(to);

        void NoteLogouts(int end)
        {
            for (; at < end; at++)
            {
                if (facts.Roles[at - start] == EndpointRole.Logout) _lastLogout = at;
            }
        }
    }

    private string? Reason(EvidenceFacts facts, Tried tried)
    {
        var (last, next) = (_current[^1].Transaction, tried.Transaction);
        if (!IsByHand(facts, _current[^1], tried)) return null;
        // After a logout people look whether they are out: prompts that nobody answers belong to it.
        if (_lastLogout > _current[0].Position) return next.CredentialPost is null ? null : "somebody logs in again after a logout";
        if (last.ClientId == next.ClientId && !last.Succeeded) return "the same application is tried again after a login that did not come through";
        return next.CredentialPost is not null && _current.Exists(before => before.Transaction.CredentialPost is not null) && _current.Exists(before => before.Transaction.ClientId == next.ClientId)
            ? "credentials are given again" : null;
    }

    // A loop sends the browser on by itself. With Fetch Metadata the browser tells who began; else the time must do.
    private static bool IsByHand(EvidenceFacts facts, Tried last, Tried next)
    {
        var start = facts.Chains.StartOf(facts.Chains.Exchanges[next.Transaction.Authorization.Index]);
        if (start.IsByPerson || start.Entry.Request.Headers["sec-fetch-site"] == "none") return true;
        var before = last.Transaction.Callback ?? last.Transaction.Chain.Last(entry => last.Offset + entry.Index < next.Position);
        return start.Entry.StartedAt - before.EndedAt > Hand;
    }

    /// <summary>The page that sent the browser to the provider, with the one before it that a person opened anew.</summary>
    private static int Beginning(EvidenceFacts facts, LoginTransaction transaction)
    {
        var start = facts.Chains.StartOf(facts.Chains.Exchanges[transaction.Authorization.Index]);
        return facts.Chains.PreviousPage(start) is { } page && facts.RoleOf(page.Entry) == EndpointRole.Application && page.Authority == start.Authority
            && facts.Chains.PreviousPage(page) is { } before && page.Entry.StartedAt - before.Entry.EndedAt > Hand ? page.Index : start.Index;
    }
}
