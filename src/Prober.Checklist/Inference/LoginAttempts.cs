using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>Takes a file apart that holds several people's logins or several tries of one.</summary>
public static class LoginAttempts
{
    /// <summary>In time order; one for a file with one login or none.</summary>
    public static IReadOnlyList<LoginAttempt> Of(HarLog traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        int[] all = [.. Enumerable.Range(0, traffic.Entries.Count)];
        var browsers = traffic.Entries.Select((entry, position) => (Agent: entry.Request.Headers["user-agent"] ?? "", position))
            .GroupBy(entry => entry.Agent, entry => entry.position).Select(browser => browser.ToArray()).ToList();
        if (browsers.Count <= 1) return [.. OfOneBrowser(traffic, all, new LoginCuts(traffic, all), "")];
        // Workers and preconnects have agents of their own; a browser is what logs somebody in.
        var cuts = browsers.ConvertAll(browser => new LoginCuts(traffic, browser));
        var people = cuts.Count(browser => browser.HasLogin);
        return people <= 1
            ? [.. OfOneBrowser(traffic, all, new LoginCuts(traffic, all), "")]
            : [.. browsers.Zip(cuts).SelectMany(browser => OfOneBrowser(traffic, browser.First, browser.Second, $"another browser ({people} sent this file's requests)")).OrderBy(attempt => attempt.FirstEntry)];
    }

    private static IEnumerable<LoginAttempt> OfOneBrowser(HarLog file, int[] positions, LoginCuts cuts, string because)
    {
        List<(int Start, string Because)> starts = [(0, because), .. cuts.Found];
        return starts.Select((start, number) => new LoginAttempt(
            file, new ArraySegment<int>(positions, start.Start, (number + 1 < starts.Count ? starts[number + 1].Start : positions.Length) - start.Start), start.Because));
    }
}
