using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Profile;

/// <summary>A way that the provider's pipeline sent the browser over a page of the tenant's own, and how it came back.</summary>
/// <param name="Page">The page outside, with the state it was given.</param>
/// <param name="Returns">Requests that came back to the provider, in time order.</param>
internal sealed record PipelineHop(HarEntry Page, IReadOnlyList<HarEntry> Returns)
{
    public string Where => Page.Request.Uri?.Authority ?? "a page outside";

    /// <summary>The return that carried another state than the one given; null when there was none.</summary>
    public HarEntry? Strange => Returns.FirstOrDefault(entry => StateOf(entry) != StateOf(Page));

    public bool IsTwice => Returns.Count(entry => StateOf(entry) == StateOf(Page)) > 1;

    /// <summary>Null when the login made no such way. The state on it is the provider's own, not the application's.</summary>
    public static PipelineHop? Of(EvidenceReader evidence, LoginCourse course)
    {
        var facts = evidence.Facts;
        var from = course.Transactions is [var first, ..] ? first.Authorization.Index : 0;
        var until = course.Phase?.EndedAt ?? DateTimeOffset.MaxValue;
        var documents = evidence.Traffic.Entries.Where(entry => entry.Index >= from && entry.StartedAt <= until && facts.IsDocument(entry)).ToList();
        var returns = documents.Where(entry => PipelineMarks.Default.IsContinue(entry) && IsProvider(facts, entry)).ToList();
        var page = documents.FirstOrDefault(entry => !IsProvider(facts, entry) && StateOf(entry) is not null
            && facts.RoleOf(entry) is EndpointRole.ThirdParty or EndpointRole.Application
            && facts.RedirectedFrom(entry) is { } before && IsProvider(facts, before) && QueryString.OfUrl(entry.Request.Url)["code"] is null
            && QueryString.OfUrl(entry.Request.Url)["error"] is null);
        return page is null ? null : new(page, [.. returns.Where(entry => entry.Index > page.Index)]);
    }

    public static string? StateOf(HarEntry entry) => QueryString.OfUrl(entry.Request.Url)["state"] ?? FormBody.Of(entry.Request)?["state"];

    private static bool IsProvider(EvidenceFacts facts, HarEntry entry) => entry.Request.Uri is { } uri && facts.ProviderHosts.Contains(uri.Authority);
}
