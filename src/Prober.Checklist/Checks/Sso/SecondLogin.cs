using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Sso;

/// <summary>The login at a first application and the one at a second that should have come for free.</summary>
/// <param name="First">The completed login.</param>
/// <param name="Second">The first authorization request of another client after it.</param>
internal sealed record SecondLogin(LoginTransaction First, LoginTransaction Second)
{
    /// <summary>True when the second one went through and nobody was asked.</summary>
    public bool WentThrough => Second.Succeeded && !Second.WasPrompted;

    public string SecondName => Second.Application ?? "the second application";

    public string FirstName => First.Application ?? "the first application";

    /// <summary>When the user was authenticated: the moment the first login was answered.</summary>
    public DateTimeOffset AuthenticatedAt => (First.CredentialPost ?? First.Callback ?? First.Authorization).EndedAt;

    public DateTimeOffset AskedAt => Second.Authorization.StartedAt;

    public static SecondLogin? Of(EvidenceReader evidence)
    {
        var all = evidence.Facts.Interactive.ToList();
        var second = all.Where(transaction => IsCandidate(transaction, evidence)).FirstOrDefault(transaction => FirstBefore(transaction, all) is not null);
        return second is null ? null : new SecondLogin(FirstBefore(second, all)!, second);
    }

    public EvidencePointer Asked(string parameter) =>
        EvidencePointer.Har(Second.Authorization.Index, RequestParameters.IsInMessage(parameter) ? $"SAMLRequest/@{parameter}" : $"request.query.{parameter}",
            Second.Parameters.GetValueOrDefault(parameter));

    /// <summary>Where the user was asked: the login page that came up, else the request.</summary>
    public EvidencePointer Prompt(EvidenceFacts facts) =>
        (Second.Chain.FirstOrDefault(link => facts.RoleOf(link) is EndpointRole.LoginPage && link.Response.Status == 200) ?? Second.CredentialPost) is { } page
            ? EvidencePointer.Har(page.Index, "response.status", $"login page, {page.Response.Status}")
            : EvidencePointer.Har(Second.Authorization.Index, "response.status", $"{Second.Authorization.Response.Status}");

    private static LoginTransaction? FirstBefore(LoginTransaction second, IEnumerable<LoginTransaction> all) =>
        all.LastOrDefault(first => first.Index < second.Index && first.Succeeded && first.ClientId != second.ClientId && first.WasPrompted) ??
        all.LastOrDefault(first => first.Index < second.Index && first.Succeeded && first.ClientId != second.ClientId);

    /// <summary>A login after the logout is no single sign-on.</summary>
    private static bool IsCandidate(LoginTransaction transaction, EvidenceReader evidence) =>
        transaction.Phase is { } phase
            ? phase is PhaseName.Sso
            : !IsAfter(transaction, evidence.Facts.Logout is { Chain: [var start, ..] } ? start : evidence.Facts.Logout?.ProviderRequest);

    private static bool IsAfter(LoginTransaction transaction, HarEntry? logout) => logout is not null && transaction.Authorization.Index > logout.Index;
}
