using System.Globalization;
using System.Text.RegularExpressions;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Provider.Log;

namespace Prober.Tests.Checklist.Permutations;

/// <summary>
/// The same journey once more in one file, minutes later: a person who tries again, or shows a colleague. Codes, states and cookies are
/// fresh ones; tokens and assertions stay those of the first time.
/// </summary>
internal static partial class SecondWalk
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public static EvidenceBundle After(EvidenceBundle bundle)
    {
        var file = EvidencePermutations.AsFile(bundle);
        var log = file.Traffic.Value!;
        var later = log.Entries.Max(entry => entry.EndedAt) - log.Entries.Min(entry => entry.StartedAt) + Pause;
        return file with
        {
            // It would rightly be told from that log that nobody came a second time.
            ProviderLog = Captured.Nothing<ProviderLog>("the log is of the first time alone"),
            Traffic = Captured.Of(log with { Entries = [.. log.Entries, .. log.Entries.Select(entry => Again(entry, log.Entries.Count, later))] }),
        };
    }

    private static HarEntry Again(HarEntry entry, int places, TimeSpan later) => entry with
    {
        Index = entry.Index + places,
        StartedAt = entry.StartedAt + later,
        Request = entry.Request with
        {
            Url = Fresh(entry.Request.Url)!,
            Headers = Fresh(entry.Request.Headers, later),
            PostData = entry.Request.PostData is { } post ? post with { Text = Fresh(post.Text) } : null,
        },
        Response = entry.Response with { Headers = Fresh(entry.Response.Headers, later), Body = Fresh(entry.Response.Body) },
    };

    private static HarHeaders Fresh(HarHeaders headers, TimeSpan later) => new(headers.Select(header => header with
    {
        Value = header.Name == "date" && DateTimeOffset.TryParseExact(header.Value, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? (at + later).ToString("R", CultureInfo.InvariantCulture)
            : Fresh(header.Value)!,
    }));

    // Another digit in front makes another fingerprint of the same length, the same one for the same value.
    private static string? Fresh(string? text) =>
        text is null ? null : Secret().Replace(text, match => match.Value[3] == '0' ? $"fp_1{match.Value[4..]}" : $"fp_0{match.Value[4..]}");

    [GeneratedRegex(@"fp_[0-9a-f]{12}_\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
