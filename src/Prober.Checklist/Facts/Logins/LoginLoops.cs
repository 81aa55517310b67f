using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts.Logins;

/// <summary>
/// Finds pages that send the browser round and round: an authorization request or a callback that comes back at least three
/// times within a minute with the same steps between.
/// </summary>
internal sealed class LoginLoops(
    RedirectChains chains, IReadOnlyList<EndpointRole> roles, IReadOnlyList<LoginTransaction> transactions,
        IReadOnlyList<PhaseRecord>? phases)
{
    private const int Rounds = 3;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public IReadOnlyList<LoginLoop> Find()
    {
        var silent = transactions.Where(transaction => transaction.IsSilent).SelectMany(transaction => transaction.Chain)
            .Select(entry => entry.Index).ToHashSet();
        var walks = chains.Exchanges.Where(exchange => exchange.IsDocument && !silent.Contains(exchange.Index))
            .GroupBy(exchange => (chains.TabOf(exchange), Transactions.PhaseAt(phases, exchange.Entry.StartedAt)));
        var loops = walks.Select(walk => InWalk([.. walk])).OfType<LoginLoop>().ToList();
        if (loops.Count == 0 && StoppedByBrowser() is { } stopped) loops.Add(stopped);
        return loops;
    }

    private LoginLoop? InWalk(IReadOnlyList<Exchange> walk)
    {
        var anchors = walk.Select((exchange, position) => (exchange, position))
            .Where(item => roles[item.exchange.Index] is EndpointRole.ApplicationCallback or EndpointRole.Authorization)
            .GroupBy(item => Key(item.exchange));
        foreach (var anchor in anchors)
        {
            var positions = anchor.Select(item => item.position).ToList();
            for (var start = 0; start + Rounds - 1 < positions.Count; start++)
            {
                if (LongestLoop(walk, positions, start) is { } loop) return loop;
            }
        }

        return null;
    }

    private LoginLoop? LongestLoop(IReadOnlyList<Exchange> walk, List<int> positions, int start)
    {
        var cycle = Cycle(walk, positions, start);
        var last = start + 1;
        while (last + 1 < positions.Count && Cycle(walk, positions, last).SequenceEqual(cycle)) last++;
        var rounds = last - start + 1;
        var entries = walk.Skip(positions[start]).Take(positions[last] - positions[start] + 1).ToList();
        var fits = rounds >= Rounds && cycle.Count >= 2 && entries[^1].Entry.StartedAt - entries[0].Entry.StartedAt <= Window
            && entries.Skip(1).All(IsAutomatic);
        return fits ? Make(entries, cycle.Count, rounds) : null;
    }

    // A person who types, clicks, or is shown a form between the rounds is no loop. A prober's own look at a page counts as user
    // activation to the browser, so that a form which posts itself right after says Sec-Fetch-User too: in a live run it tells nothing.
    private bool IsAutomatic(Exchange exchange) =>
        roles[exchange.Index] is not (EndpointRole.CredentialPost or EndpointRole.Logout or EndpointRole.LogoutPage)
        && !(phases is null && exchange.IsByPerson && chains.RedirectedFrom(exchange) is null)
        && !(exchange.Status == 200 && LoginControls.AreLogin(exchange.Controls.Value));

    private static IReadOnlyList<string> Cycle(IReadOnlyList<Exchange> walk, List<int> positions, int from) =>
        from + 1 < positions.Count ? [.. walk.Skip(positions[from]).Take(positions[from + 1] - positions[from]).Select(Key)] : [];

    private LoginLoop Make(IReadOnlyList<Exchange> entries, int length, int rounds) => new(
        [.. entries.Take(length).Select(exchange => exchange.Address)],
        rounds,
        [.. entries.Select(exchange => exchange.Entry)],
        entries.FirstOrDefault(exchange =>
            chains.RedirectedTo(exchange) is { } next && roles[next.Index] == EndpointRole.Authorization)?.Entry,
        chains.Exchanges.Any(exchange => NetworkFailure.IsTooManyRedirects(exchange.Entry.Response.Failure)));

    private LoginLoop? StoppedByBrowser()
    {
        if (chains.Exchanges.FirstOrDefault(exchange => NetworkFailure.IsTooManyRedirects(exchange.Entry.Response.Failure)) is not { } end)
            return null;
        var start = chains.StartOf(end);
        var entries = chains.Follow(start).ToList();
        var isLogin = entries.Any(exchange =>
            roles[exchange.Index] is EndpointRole.Authorization or EndpointRole.ApplicationCallback or EndpointRole.Resume);
        return isLogin ? Make(entries, Math.Min(entries.Count, 4), entries.Count(exchange => Key(exchange) == Key(start)))
            with
        { StoppedByBrowser = true } : null;
    }

    private static string Key(Exchange exchange) =>
        $"{exchange.Entry.Request.Method} {exchange.Address}?{string.Join('&', exchange.Query.Select(parameter => parameter.Name).Distinct().Order(StringComparer.Ordinal))}";
}
