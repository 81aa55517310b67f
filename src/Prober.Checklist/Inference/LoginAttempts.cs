using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>One of several logins in a file, with the traffic that belongs to it.</summary>
/// <param name="Traffic">Entries numbered anew from 0.</param>
/// <param name="FirstEntry">Position of its first entry in the whole file.</param>
/// <param name="Because">Why it is a login of its own.</param>
public sealed record LoginAttempt(HarLog Traffic, int FirstEntry, string Because);

/// <summary>
/// Takes a file apart that holds several people's logins or several tries of one. What one login leads to (second tab, single sign-on, logout,
/// the look afterwards, a loop) stays with it.
/// </summary>
public static class LoginAttempts
{
    /// <summary>A person needs longer than this to begin again; what follows faster was done by a page.</summary>
    private static readonly TimeSpan Hand = TimeSpan.FromSeconds(2);

    /// <summary>In time order; one for a file with one login or none.</summary>
    public static IReadOnlyList<LoginAttempt> Of(HarLog traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        var browsers = traffic.Entries.GroupBy(entry => entry.Request.Headers["user-agent"] ?? "").ToList();
        // Workers and preconnects have agents of their own; a browser is what logs somebody in.
        var people = browsers.Count(browser => HasLogin(Numbered(traffic, [.. browser])));
        return people <= 1
            ? OfOneBrowser(traffic, "")
            : [.. browsers.SelectMany(browser => OfOneBrowser(Numbered(traffic, [.. browser]), $"another browser ({people} sent this file's requests)", traffic)).OrderBy(attempt => attempt.FirstEntry)];
    }

    private static bool HasLogin(HarLog traffic) => ExpectationInference.FactsOf(traffic).Interactive.Any();

    private static IReadOnlyList<LoginAttempt> OfOneBrowser(HarLog traffic, string because, HarLog? file = null)
    {
        var facts = ExpectationInference.FactsOf(traffic);
        var cuts = Cuts(facts);
        if (cuts.Count == 0) return [new(traffic, PositionIn(file, traffic, 0), because)];
        List<(int Start, string Because)> starts = [(0, because), .. cuts];
        return
        [
            .. starts.Select((start, number) =>
            {
                var end = number + 1 < starts.Count ? starts[number + 1].Start : traffic.Entries.Count;
                return new LoginAttempt(Numbered(traffic, [.. traffic.Entries.Skip(start.Start).Take(end - start.Start)]), PositionIn(file, traffic, start.Start), start.Because);
            }),
        ];
    }

    private static List<(int Start, string Because)> Cuts(EvidenceFacts facts)
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
        if (LoggedOutBetween(facts, current[0], next) && next.CredentialPost is not null) return "somebody logs in again after a logout";
        if (last.ClientId == next.ClientId && !last.Succeeded) return "the same application is tried again after a login that did not come through";
        return current.Any(transaction => transaction.CredentialPost is not null) && next.CredentialPost is not null && current.Any(transaction => transaction.ClientId == next.ClientId)
            ? "credentials are given again" : null;
    }

    // A loop sends the browser on by itself. With Fetch Metadata the browser tells who began; else the time must do.
    private static bool IsByHand(EvidenceFacts facts, LoginTransaction last, LoginTransaction next)
    {
        var start = facts.Chains.StartOf(facts.Chains.Exchanges[next.Authorization.Index]);
        if (start.IsByPerson || start.Entry.Request.Headers["sec-fetch-site"] == "none") return true;
        var before = last.Callback ?? last.Chain[^1];
        return start.Entry.StartedAt - before.EndedAt > Hand;
    }

    private static bool LoggedOutBetween(EvidenceFacts facts, LoginTransaction first, LoginTransaction next) =>
        facts.Logout?.Chain is [var logout, ..] && logout.Index > first.Authorization.Index && logout.Index < next.Authorization.Index;

    /// <summary>The page that sent the browser to the provider.</summary>
    private static int Beginning(EvidenceFacts facts, LoginTransaction transaction) =>
        facts.Chains.StartOf(facts.Chains.Exchanges[transaction.Authorization.Index]).Index;

    private static HarLog Numbered(HarLog traffic, IReadOnlyList<HarEntry> entries) =>
        traffic with { Entries = [.. entries.Select((entry, index) => entry with { Index = index })] };

    private static int PositionIn(HarLog? file, HarLog part, int index)
    {
        if (file is null || index >= part.Entries.Count) return index;
        var wanted = part.Entries[index];
        return file.Entries.First(entry => ReferenceEquals(entry.Request, wanted.Request)).Index;
    }
}
