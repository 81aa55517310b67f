using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>Reads from the traffic of a file what the person in it did: who logged in where, walked over to what, and logged out.</summary>
public static class JourneyInference
{
    public static RecordedJourney Of(HarLog traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        var facts = ExpectationInference.FactsOf(traffic);
        var expectations = ExpectationInference.Of(traffic);
        var (issuer, because) = IssuerInference.IssuerOf(facts, traffic, expectations.Provider);
        var metadata = IssuerInference.SamlMetadataOf(facts, expectations.Provider);
        var form = Form(facts);
        var steps = Steps(facts, expectations).ToList();
        var pages = Pages(facts, traffic, expectations, steps).ToList();
        return new()
        {
            Expectations = expectations,
            Issuer = issuer,
            IssuerBecause = because,
            Steps = steps,
            SamlMetadata = metadata?.Address,
            SamlMetadataBecause = metadata?.Because ?? "",
            Organization = facts.Interactive.Select(transaction => transaction.Parameters.GetValueOrDefault("organization")).FirstOrDefault(name => name is not null),
            SecondFactor = facts.Roles.Contains(EndpointRole.Mfa),
            Form = form,
            FormFields = form is null ? [] : [.. (FormBody.Of(form.Request) ?? QueryString.Empty).Select(field => field.Name).Distinct(StringComparer.Ordinal)],
            LookedAtAfterLogout = [.. LookedAt(facts, expectations).Distinct()],
            PostLogoutUrl = facts.Logout?.Landing is { } landing ? UrlParts.Of(landing.Request.Url).Path : facts.Logout?.RequestedUrl,
            AnonymousPages = pages.Where(page => !page.SignedIn).ToLookup(page => page.Application, page => page.Entry),
            SignedInPages = pages.Where(page => page.SignedIn).ToLookup(page => page.Application, page => page.Entry),
        };
    }

    private static IEnumerable<RecordedStep> Steps(EvidenceFacts facts, Expectations expectations)
    {
        var logout = LogoutStep(facts, expectations);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var second = new HashSet<string>(StringComparer.Ordinal);
        var signedIn = false;
        foreach (var transaction in facts.Interactive.Where(transaction => logout is null || transaction.Authorization.Index < logout.Entry))
        {
            if (ApplicationOf(transaction, expectations) is not { } application) continue;
            var entry = transaction.Authorization.Index;
            if (seen.Count == 0 || (transaction.WasPrompted && seen.Add(application)))
                yield return new(signedIn ? RecordedStepKind.SingleSignOn : RecordedStepKind.Login, application, entry) { AskedAgain = signedIn };
            else if (transaction.WasPrompted || !transaction.Succeeded) continue;
            else if (!seen.Contains(application)) yield return new(RecordedStepKind.SingleSignOn, application, entry);
            else if (second.Add(application)) yield return new(RecordedStepKind.SecondTab, application, entry);
            seen.Add(application);
            signedIn |= transaction.Succeeded;
        }

        if (logout is not null) yield return logout;
    }

    private static RecordedStep? LogoutStep(EvidenceFacts facts, Expectations expectations)
    {
        if (facts.Logout is not { Chain: [var first, ..] } flow) return null;
        var application = expectations.Applications.FirstOrDefault(each => SameHost(each.Url, first.Request.Url))
            ?? expectations.Applications.FirstOrDefault(each => flow.RequestedUrl is { } landing && SameHost(each.Url, landing));
        return application is null ? null : new(RecordedStepKind.Logout, application.Name, first.Index);
    }

    // What the landing page does by itself is the logout's own end, and no look of anybody.
    private static IEnumerable<string> LookedAt(EvidenceFacts facts, Expectations expectations)
    {
        if (facts.Logout is not { Chain: [.., var last] } logout) return [];
        var end = Math.Max(last.Index, logout.Landing?.Index ?? 0);
        var own = logout.StartedByLanding.Select(transaction => facts.Chains.StartOf(facts.Chains.Exchanges[transaction.Authorization.Index]).Index).ToHashSet();
        return facts.Chains.Exchanges.Where(exchange => exchange.Index > end && exchange.IsDocument && facts.Chains.StartOf(exchange) == exchange && !own.Contains(exchange.Index))
            .Select(exchange => expectations.Applications.FirstOrDefault(application => SameHost(application.Url, exchange.Entry.Request.Url))?.Name).OfType<string>();
    }

    private static string? ApplicationOf(LoginTransaction transaction, Expectations expectations) => expectations.Applications.FirstOrDefault(application =>
        (transaction.ClientId is { } client && (application.ClientId == client || application.EntityId == client))
        || (transaction.RedirectUri is { } redirect && SameHost(application.Url, redirect)))?.Name;

    // From an application's first answer with success on its pages are somebody's, until the logout.
    private static IEnumerable<(string Application, HarEntry Entry, bool SignedIn)> Pages(EvidenceFacts facts, HarLog traffic, Expectations expectations, List<RecordedStep> steps)
    {
        var logout = steps.Find(step => step.Kind == RecordedStepKind.Logout)?.Entry ?? int.MaxValue;
        foreach (var application in expectations.Applications)
        {
            var callback = facts.Interactive.Where(transaction => transaction.Succeeded && ApplicationOf(transaction, expectations) == application.Name)
                .Select(transaction => transaction.Callback!.Index).DefaultIfEmpty(int.MaxValue).Min();
            foreach (var entry in traffic.Entries.Where(entry => facts.IsDocument(entry) && entry.Response.Status == 200 && SameHost(application.Url, entry.Request.Url)))
                yield return (application.Name, entry, entry.Index >= callback && entry.Index < logout);
        }
    }

    /// <summary>The form with which the person signed in: the last, where several were sent.</summary>
    private static HarEntry? Form(EvidenceFacts facts) => facts.Interactive.Select(transaction => transaction.CredentialPost).LastOrDefault(post => post is not null);

    private static bool SameHost(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b) && a.Authority.Equals(b.Authority, StringComparison.OrdinalIgnoreCase);
}
