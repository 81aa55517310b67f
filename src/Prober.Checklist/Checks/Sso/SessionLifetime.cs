using Prober.Checklist.Facts;

namespace Prober.Checklist.Checks.Sso;

/// <summary>The time between the two logins against the limits of the provider's session.</summary>
public sealed class SessionLifetime : SecondLoginCheck
{
    private static readonly TimeSpan AnySane = TimeSpan.FromMinutes(30);

    public override CheckInfo Info { get; } = new(
        "sso-within-session-lifetime",
        Stage.Sso,
        CheckClass.Root,
        Question: "Was the provider's session still alive when the second application asked?",
        Why: "A session that ended by its own limit makes a prompt correct behaviour; the limit, not the login, is what people complain about.",
        Remedy: "Raise the provider's idle or absolute session limit, or tell people how long single sign-on lasts. New limits hold for new sessions only.")
    {
        Owner = FaultOwner.Configuration,
        References = ["OpenID Connect Session Management 1.0 section 2", "https://auth0.com/docs/manage-users/sessions/session-lifetime-limits"],
        AnsweredBy = "the scenario's expect.session (idle, absolute), or the identity provider's settings",
        Reasons = Reasons(
            ("within", "The second request came within the limits."),
            ("short-gap", "The limits are not known, but the gap is shorter than any usual one."),
            ("idle", "The session had been idle for longer than its limit."),
            ("absolute", "The session was older than its limit."),
            ("cookie-expired", "The provider's cookies had expired."),
            ("not-enforced", "The limit had passed, and the user was let in all the same."),
            ("near-limit", "Less than a tenth of the limit was left."),
            ("limits-unknown", "The gap is long and the limits are not known.")),
    };

    private protected override Finding Judge(SecondLogin login, EvidenceReader evidence)
    {
        var idle = login.AskedAt - LastContact(login, evidence.Facts);
        var age = login.AskedAt - login.AuthenticatedAt;
        var proof = EvidencePointer.Har(login.Second.Authorization.Index, "startedDateTime", $"{Words(idle)} after the last contact, {Words(age)} after the login");
        var (idleLimit, absoluteLimit) = Limits(evidence);
        return Over("idle", idle, idleLimit, login, proof) ??
            Over("absolute", age, absoluteLimit, login, proof) ??
            Expired(login, evidence.Facts) ??
            Near(idle, idleLimit, proof) ?? Near(age, absoluteLimit, proof) ??
            Inside(idle, idleLimit is not null || absoluteLimit is not null, proof);
    }

    /// <summary>The scenario's word first, then the provider's settings.</summary>
    private static (TimeSpan? Idle, TimeSpan? Absolute) Limits(EvidenceReader evidence) =>
        (evidence.Expectations.SessionIdle ?? evidence.Bundle.Configuration.Value?.Session?.Idle,
            evidence.Expectations.SessionAbsolute ?? evidence.Bundle.Configuration.Value?.Session?.Absolute);

    private static Finding? Over(string which, TimeSpan elapsed, TimeSpan? limit, SecondLogin login, EvidencePointer proof)
    {
        if (limit is not { } allowed || elapsed < allowed)
            return null;
        var what = which == "idle" ? "had been idle for" : "was";
        var summary = $"The provider's session {what} {Words(elapsed)}{(which == "idle" ? "" : " old")} when {login.SecondName} asked; its limit is {Words(allowed)}.";
        if (login.WentThrough)
            return Finding.Warn("not-enforced", $"{summary} The user was let in all the same.", proof);
        return which == "idle"
            ? Finding.Fail("idle", $"{summary} Asking again is correct then.", proof)
            : Finding.Fail("absolute", $"{summary} Asking again is correct then.", proof);
    }

    private static Finding? Expired(SecondLogin login, EvidenceFacts facts)
    {
        if (login.WentThrough || !login.Second.WasPrompted || ProviderCookies.Due(login, facts).Count > 0)
            return null;
        var host = login.Second.Authorization.Request.Uri?.Host;
        var expired = facts.Cookies.LastOrDefault(offer => !offer.IsDeletion && offer.Entry.Request.Uri?.Host == host && offer.RefusedBecause is null &&
            offer.Entry.Index >= login.First.Authorization.Index && offer.Entry.Index < login.Second.Authorization.Index && offer.Expires <= login.AskedAt);
        return expired is null
            ? null
            : Finding.Fail("cookie-expired",
                $"The provider's cookie {expired.Name} had expired when {login.SecondName} asked. Asking again is correct then.",
                EvidencePointer.Har(expired.Entry.Index, "response.headers.set-cookie", $"{expired.Name}, expires {expired.Expires:yyyy-MM-dd HH:mm:ss}Z"));
    }

    private static Finding? Near(TimeSpan elapsed, TimeSpan? limit, EvidencePointer proof) =>
        limit is { } allowed && elapsed > allowed * 0.9
            ? Finding.Warn("near-limit", $"The second request came {Words(elapsed)} into a limit of {Words(allowed)}.", proof)
            : null;

    private static Finding Inside(TimeSpan idle, bool isKnown, EvidencePointer proof)
    {
        if (isKnown)
            return Finding.Pass("within", $"The second request came {Words(idle)} after the last contact, within the session's limits.", proof);
        return idle > AnySane
            ? Finding.Inconclusive("limits-unknown",
                $"The second request came {Words(idle)} after the last contact; the session's limits are not known.", proof)
            : Finding.Pass("short-gap", $"The second request came {Words(idle)} after the last contact, sooner than any usual limit.", proof) with
            {
                Confidence = idle < TimeSpan.FromMinutes(5) ? Confidence.High : Confidence.Medium,
            };
    }

    /// <summary>The last thing before the second request that keeps a session awake: a step of a login, not an asset.</summary>
    private static DateTimeOffset LastContact(SecondLogin login, EvidenceFacts facts) =>
        facts.Transactions.Where(transaction => transaction.Authorization.Index < login.Second.Authorization.Index)
            .SelectMany(transaction => transaction.Chain)
            .Where(link => link.Index < login.Second.Authorization.Index && link.Request.Uri is { } uri && facts.ProviderHosts.Contains(uri.Authority))
            .Select(link => link.EndedAt)
            .DefaultIfEmpty(login.AuthenticatedAt)
            .Max();

    private static string Words(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => $"{span.TotalSeconds:0} s",
        { TotalMinutes: < 90 } => $"{span.TotalMinutes:0} min",
        { TotalHours: < 48 } => $"{span.TotalHours:0.#} h",
        _ => $"{span.TotalDays:0.#} days",
    };
}
