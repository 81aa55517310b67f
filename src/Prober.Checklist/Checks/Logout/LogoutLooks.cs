using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logout;

/// <summary>A look at an application after logout.</summary>
internal sealed record LogoutLook(TabObservation Tab, int Index)
{
    public EvidencePointer Pointer => EvidencePointer.Tab(Index, "state", $"{Tab.State} {Tab.Url}".TrimEnd());
}

/// <summary>
/// What tabs showed when protected pages were opened again. A page that Back brings up is no session: the browser may
/// have kept it whole, without a request.
/// </summary>
/// <param name="Application">The application that logged out.</param>
/// <param name="Own">Looks at that application.</param>
/// <param name="Others">Looks at other applications.</param>
internal sealed record LogoutLooks(string? Application, IReadOnlyList<LogoutLook> Own, IReadOnlyList<LogoutLook> Others)
{
    public static LogoutLooks Of(EvidenceReader evidence)
    {
        var looks = (evidence.Bundle.Tabs.Value ?? []).Select((tab, index) => new LogoutLook(tab, index))
            .Where(look => look.Tab.Phase is PhaseName.Logout or PhaseName.SignedOut && look.Tab.Look is TabLook.Revisit or TabLook.FreshTab).ToList();
        var application = evidence.Bundle.Phases.Value?.LastOrDefault(phase => phase.Name is PhaseName.Logout)?.Application ??
            (looks is [var first, ..] ? first.Tab.Application : null);
        return new LogoutLooks(application, [.. looks.Where(look => look.Tab.Application == application)], [.. looks.Where(look => look.Tab.Application != application)]);
    }
}
