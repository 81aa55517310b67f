using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts.Logins;

/// <summary>How the first login went, told once for all checks: its transactions, how far it came and what stopped it.</summary>
internal sealed class LoginCourse
{
    private readonly EvidenceReader _evidence;

    private LoginCourse(EvidenceReader evidence)
    {
        _evidence = evidence;
        Transactions = [.. evidence.Facts.Of(PhaseName.Login)];
        Phase = evidence.Bundle.Phases.Value?.FirstOrDefault(phase => phase.Name == PhaseName.Login);
        Tabs = [.. (evidence.Bundle.Tabs.Value ?? []).Where(tab => tab.Phase == PhaseName.Login)];
        Decisive = Transactions.FirstOrDefault(transaction => transaction.Succeeded) ?? (Transactions.Count > 0 ? Transactions[^1] : null);
        Stopper = Reached ? null : Errors.FirstOrDefault(error => error.Owner is not null);
    }

    public IReadOnlyList<LoginTransaction> Transactions { get; }

    /// <summary>The transaction that brought the answer, else the last one tried.</summary>
    public LoginTransaction? Decisive { get; }

    /// <summary>Null for a HAR.</summary>
    public PhaseRecord? Phase { get; }

    public IReadOnlyList<TabObservation> Tabs { get; }

    /// <summary>The first error with an owner, when the login did not come through.</summary>
    public ReturnedError? Stopper { get; }

    public bool IsLive => Phase is not null;

    /// <summary>
    /// True when the application was reached signed in: seen by the prober, or for a HAR an accepted answer and an application page after
    /// it.
    /// </summary>
    public bool Reached => Phase is { } phase ? phase.Outcome == PhaseOutcome.Reached : IsAnswerAccepted;

    public bool WasPrompted => Transactions.Any(transaction => transaction.WasPrompted);

    public IEnumerable<HarEntry> CredentialPosts => Transactions.Select(transaction => transaction.CredentialPost).OfType<HarEntry>();

    /// <summary>Errors of the login, silent signals left out.</summary>
    public IEnumerable<ReturnedError> Errors =>
        _evidence.Facts.Errors.Where(error => !error.IsSilentSignal && error.Where != ErrorPlace.Logout && IsOfLogin(error));

    public static LoginCourse Of(EvidenceReader evidence) => new(evidence);

    public TabObservation? Tab(TabLook look) => Tabs.FirstOrDefault(tab => tab.Look == look);

    /// <summary>Index of a tab observation in the bundle, for evidence pointers.</summary>
    public int IndexOf(TabObservation tab) => _evidence.Tabs.ToList().IndexOf(tab);

    /// <summary>"Another check owns what happened here", or null when nobody does.</summary>
    public Finding? OwnedByOther(string id) => Stopper is { Owner: { } owner } && owner != id
        ? Finding.Blocked(owner, $"The login ended with {Stopper.Code} before this could be seen.") : null;

    private bool IsAnswerAccepted
    {
        get
        {
            var facts = _evidence.Facts;
            if (Decisive is not { Succeeded: true, Callback: { } callback } || callback.Response.Status is 0 or >= 400
                || facts.Loops.Count > 0) return false;
            if (StateProblem.Of(facts, Decisive) is not null || Decisive.TokenExchanges is { Count: > 0 } exchanges
                && exchanges.All(exchange => exchange.Error is not null)) return false;
            return _evidence.Traffic.Entries.Skip(callback.Index)
                .Any(entry => facts.IsDocument(entry) && entry.Response.Status is >= 200 and < 300
                && facts.RoleOf(entry) is EndpointRole.Application or EndpointRole.ApplicationCallback);
        }
    }

    private bool IsOfLogin(ReturnedError error)
    {
        if (error.Transaction is { } transaction)
            return Transactions.Contains(transaction)
                || (transaction.IsUpstream && Transactions.Any(outer => outer.Chain.Contains(transaction.Authorization)));
        return Phase is { } phase ? error.Entry.StartedAt >= phase.StartedAt && error.Entry.StartedAt <= phase.EndedAt
            : error.Where != ErrorPlace.Callback || Transactions.Count > 0;
    }
}
