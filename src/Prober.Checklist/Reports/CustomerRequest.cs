using Prober.Checklist.Facts;
using Prober.Evidence;

namespace Prober.Checklist.Reports;

/// <summary>
/// What to ask of the person who sent a recording, when it cannot tell what broke: a letter ready to paste, one request for each limit of the
/// file, in the words of <c>Data/requests.json</c>.
/// </summary>
internal static class CustomerRequest
{
    private static readonly RequestTexts Texts = EmbeddedData.Read<RequestTexts>("requests.json");

    /// <summary>Null for a run of our own, and for a file that lacks nothing that could be asked for.</summary>
    public static string? Of(EvidenceReader evidence, Verdict verdict)
    {
        if (evidence.Run.Source != EvidenceSource.Har || !evidence.Bundle.Traffic.IsPresent) return null;
        List<string> asked = [.. evidence.Facts.Quality.Select(flag => Texts.ByFlag.GetValueOrDefault(flag.Id)).OfType<string>()];
        if (HasNoLogin(evidence)) asked.Insert(0, Texts.NoLogin);
        if (asked.Count == 0) return null;
        // A file with a proven cause needs no second recording, however poor it is.
        if (verdict is Verdict.Fail) return null;
        return string.Join('\n', [Texts.Greeting, .. asked.Distinct().Select((text, index) => $"{index + 1}. {text}"), Texts.Closing]);
    }

    // Where the recorder itself loses the login, the flag's own text says what to do.
    private static bool HasNoLogin(EvidenceReader evidence) => evidence.Traffic.Entries.Count == 0
        || (evidence.Facts.Transactions.Count == 0 && evidence.Facts.ProviderHosts.Count == 0
            && !evidence.Facts.Quality.Any(flag => flag.Id == "redirects-missing"));

    /// <param name="Greeting">Before the list.</param>
    /// <param name="NoLogin">When no login is in the file.</param>
    /// <param name="ByFlag">By quality flag; a flag without a text is nothing that the sender could mend.</param>
    /// <param name="Closing">After the list.</param>
    internal sealed record RequestTexts(string Greeting, string NoLogin, IReadOnlyDictionary<string, string> ByFlag, string Closing);
}
