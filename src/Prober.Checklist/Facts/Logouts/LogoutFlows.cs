using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts.Logouts;

/// <summary>Follows the logout from the click to the page where the browser came to rest.</summary>
internal sealed class LogoutFlows(
    EvidenceBundle bundle, RedirectChains chains, IReadOnlyList<EndpointRole> roles, Sides sides,
        IReadOnlyList<LoginTransaction> transactions)
{
    private static readonly string[] RedirectParameters =
        ["post_logout_redirect_uri", "returnTo", "logout_uri", "redirect_uri", "wreply", "fromURI"];

    public LogoutFlow? Find()
    {
        var (from, to) = Span();
        var span = chains.Exchanges.Where(exchange => exchange.Entry.StartedAt >= from && exchange.Entry.StartedAt < to).ToList();
        var request = span.FirstOrDefault(exchange => roles[exchange.Index] == EndpointRole.Logout && !IsPreflight(exchange));
        var click = span.FirstOrDefault(exchange => exchange.IsDocument && IsApplicationLogout(exchange));
        if ((click ?? request) is null && !HasPhase) return null;
        var start = Earlier(click, request is null ? null : chains.StartOf(request))
            ?? span.FirstOrDefault(exchange => exchange.IsDocument);
        return start is null ? null : Follow(start, request, span);
    }

    private bool HasPhase => bundle.Phases.Value?.Any(phase =>
        phase.Name == PhaseName.Logout && phase.Outcome != PhaseOutcome.Skipped) == true;

    private (DateTimeOffset From, DateTimeOffset To) Span()
    {
        var phases = bundle.Phases.Value;
        if (phases?.FirstOrDefault(phase => phase.Name == PhaseName.Logout && phase.Outcome != PhaseOutcome.Skipped) is not { } logout)
            return phases is null ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : (DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
        var next = phases.Where(phase => phase.StartedAt > logout.StartedAt && phase.Outcome != PhaseOutcome.Skipped)
            .Select(phase => (DateTimeOffset?)phase.StartedAt).Min();
        return (logout.StartedAt, next ?? DateTimeOffset.MaxValue);
    }

    private LogoutFlow Follow(Exchange start, Exchange? request, IReadOnlyList<Exchange> span)
    {
        var documents = span.Where(exchange =>
            exchange.Index >= start.Index && exchange.IsDocument && chains.TabOf(exchange) == chains.TabOf(start)).ToList();
        var byScript = request is not null && !request.IsDocument;
        var after = request is not null && !byScript ? documents.Where(exchange => exchange.Index >= request.Index).ToList() : documents;
        var landing = Landing(after);
        var end = landing?.Index ?? (documents.Count > 0 ? documents[^1].Index : start.Index);
        var chain = documents.Where(exchange => exchange.Index <= end).Append(request).OfType<Exchange>()
            .DistinctBy(exchange => exchange.Index).OrderBy(exchange => exchange.Index);
        return new LogoutFlow
        {
            ProviderRequest = request?.Entry,
            Parameters = request is null ? new Dictionary<string, string>()
                : AuthorizationAnswer.Values(request.Query.Concat(request.Form)),
            RequestedUrl = request is null ? null
                : RedirectParameters.Select(request.Parameter).FirstOrDefault(url => url is { Length: > 0 }),
            ByScript = byScript,
            // What an application answers the provider is its own affair; what comes to the applications' side tells how it ended.
            Answers = [.. span.Where(exchange => exchange.Index >= start.Index && !sides.IsProvider(exchange) && !sides.IsUpstream(exchange))
                .SelectMany(exchange => exchange.Messages.Value).Where(message => message.Kind == SamlMessageKind.LogoutResponse)],
            ProviderPage = after.FirstOrDefault(exchange =>
                sides.IsProvider(exchange) && chains.RedirectedTo(exchange) is null && exchange.Target is null)?.Entry,
            Landing = landing?.Entry,
            StartedByLanding = landing is null ? [] : [.. transactions.Where(transaction => IsStartedBy(transaction, landing, span))],
            Chain = [.. chain.Select(exchange => exchange.Entry)],
        };
    }

    /// <summary>The first page after the logout that is the application's, else the provider's page where it stopped.</summary>
    private Exchange? Landing(IReadOnlyList<Exchange> documents)
    {
        var own = documents.FirstOrDefault(exchange =>
            !sides.IsProvider(exchange) && !sides.IsUpstream(exchange) && !IsApplicationLogout(exchange)
            && (chains.RedirectedTo(exchange) is not { } next || roles[next.Index] == EndpointRole.Authorization));
        return own ?? documents.LastOrDefault(exchange => exchange.Target is null);
    }

    // By a redirect, or by a script of the page soon after it came; what a person began is none of its doing.
    private bool IsStartedBy(LoginTransaction transaction, Exchange landing, IReadOnlyList<Exchange> span)
    {
        var authorization = chains.Exchanges[transaction.Authorization.Index];
        if (transaction.IsUpstream || authorization.Index <= landing.Index || !span.Contains(authorization)
            || chains.TabOf(authorization) != chains.TabOf(landing)) return false;
        if (chains.Ancestry(authorization).Contains(landing)) return true;
        var origin = chains.StartOf(authorization);
        // In a live run nobody clicks between landing and the phase's end, and a look at the page can pass for user activation.
        return (HasPhase || IsOwnDoing(origin, landing)) && chains.PreviousPage(origin) == landing
            && origin.Entry.StartedAt - landing.Entry.EndedAt < TimeSpan.FromSeconds(3);
    }

    // A file tells a page's own navigation from a person's only by Fetch Metadata; an application's page is not "cross-site" to itself.
    private static bool IsOwnDoing(Exchange origin, Exchange landing) =>
        !origin.IsByPerson && origin.Entry.Request.Headers["sec-fetch-site"] is { } site
        && (origin.Authority == landing.Authority ? site == "same-origin" : site is "same-site" or "cross-site");

    private bool IsApplicationLogout(Exchange exchange) =>
        !sides.IsProvider(exchange) && !sides.IsUpstream(exchange)
            && roles[exchange.Index] is EndpointRole.Application or EndpointRole.ApplicationCallback
        && EndpointTable.Default.ApplicationLogoutPaths.Any(pattern => pattern.Matches(exchange.Path))
        && !bundle.Expectations.Applications.Any(application =>
            RedirectUris.SameEndpoint(application.PostLogoutUrl, exchange.Entry.Request.Url));

    private static Exchange? Earlier(Exchange? one, Exchange? other) =>
        one is null ? other : other is null || one.Index < other.Index ? one : other;

    private static bool IsPreflight(Exchange exchange) =>
        exchange.Entry.Request.Method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase);
}
