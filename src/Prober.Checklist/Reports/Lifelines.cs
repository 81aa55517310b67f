using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Evidence.Har;

namespace Prober.Checklist.Reports;

/// <summary>The lifelines of the diagram: one for each host that matters, in drawing order.</summary>
internal sealed class Lifelines
{
    private readonly Dictionary<string, Participant> _byHost;

    private Lifelines(Dictionary<string, Participant> byHost) => _byHost = byHost;

    public IReadOnlyList<Participant> All =>
        [new("browser", "Browser", ParticipantKind.Browser, null), .. _byHost.Values.OrderBy(participant => participant.Kind)];

    public string IdOf(HarEntry entry) => _byHost[Host(entry)].Id;

    public static Lifelines Of(EvidenceReader evidence, IReadOnlyList<HarEntry> drawn)
    {
        var applications = ApplicationNames(evidence);
        var counts = new Dictionary<ParticipantKind, int>();
        var byHost = new Dictionary<string, Participant>(StringComparer.OrdinalIgnoreCase);
        foreach (var entries in drawn.GroupBy(Host, StringComparer.OrdinalIgnoreCase))
        {
            var kind = KindOf(entries, applications, evidence.Facts);
            var number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
            byHost[entries.Key] = new Participant($"{Prefix(kind)}-{number}", NameOf(entries.Key, kind, number, applications), kind, entries.Key);
        }

        return new Lifelines(byHost);
    }

    private static Dictionary<string, string> ApplicationNames(EvidenceReader evidence)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var application in evidence.Expectations.Applications)
        {
            foreach (var url in new[] { application.Url, application.ProtectedUrl }.Concat(application.CallbackUrls))
            {
                if (Uri.TryCreate(url, UriKind.Absolute, out var uri))
                    names.TryAdd(uri.Authority, application.Name);
            }
        }

        return names;
    }

    private static ParticipantKind KindOf(IGrouping<string, HarEntry> entries, Dictionary<string, string> applications, EvidenceFacts facts)
    {
        if (facts.ProviderHosts.Contains(entries.Key))
            return ParticipantKind.IdentityProvider;
        var roles = entries.Select(facts.RoleOf).ToHashSet();
        if (applications.ContainsKey(entries.Key) || roles.Contains(EndpointRole.Application) || roles.Contains(EndpointRole.ApplicationCallback))
            return ParticipantKind.Application;
        return roles.Contains(EndpointRole.Upstream) || roles.Contains(EndpointRole.UpstreamAuthorization) ? ParticipantKind.Upstream : ParticipantKind.Other;
    }

    private static string NameOf(string host, ParticipantKind kind, int number, Dictionary<string, string> applications) => kind switch
    {
        ParticipantKind.Application => applications.GetValueOrDefault(host) ?? host,
        ParticipantKind.IdentityProvider => number == 1 ? "Identity provider" : $"Identity provider ({host})",
        ParticipantKind.Upstream => number == 1 ? "Upstream provider" : $"Upstream provider ({host})",
        _ => host,
    };

    private static string Prefix(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Application => "application",
        ParticipantKind.IdentityProvider => "provider",
        ParticipantKind.Upstream => "upstream",
        _ => "other",
    };

    private static string Host(HarEntry entry) => entry.Request.Uri is { Authority: { Length: > 0 } authority } ? authority : "other";
}
