using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Whether the broker asked the upstream provider for the data that is needed; its request is visible in any recording.</summary>
public sealed class SocialScopesRequested : Check
{
    public override CheckInfo Info { get; } = new(
        "profile-social-scopes-requested", Stage.Profile, CheckClass.Root,
        "Did the provider ask the upstream provider for the needed data?",
        "A social provider sends only what was asked for and consented to; a missing scope is a missing attribute later.",
        "Tick the attribute on the connection and have users consent again; an old consent keeps the old scope.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "a recording of a login at the upstream provider",
        References = ["https://auth0.com/docs/authenticate/identity-providers/social-identity-providers", "OpenID Connect Core 1.0 section 5.4"],
        Reasons = new Dictionary<string, string>
        {
            ["covered"] = "the scopes cover every attribute that is needed",
            ["scope-missing"] = "a scope that brings a needed attribute was not asked for",
            ["granted-narrower"] = "the upstream provider granted less than was asked for",
            ["broader"] = "a scope was asked for that brings nothing that is needed",
            ["developer-keys"] = "the connection uses the vendor's shared keys",
            ["no-upstream"] = "the login went to no upstream provider",
            ["no-scopes"] = "the upstream provider knows no scopes (SAML, WS-Federation)",
            ["nothing-required"] = "nothing that is needed depends on a scope",
            ["not-seen"] = "the request to the upstream provider is not in the evidence",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Facts.Transactions.FirstOrDefault(transaction => transaction.IsUpstream) is not { } upstream)
            return evidence.Expectations.Provider.UpstreamHosts.Count > 0
                ? Finding.Inconclusive("not-seen", "The request to the upstream provider is not in the evidence: the provider may have had a session already.")
                : Finding.NotApplicable("no-upstream", "The login went to no provider behind the identity provider.");
        if (!upstream.Parameters.TryGetValue("scope", out var scope))
            return Finding.NotApplicable("no-scopes", "The upstream provider was asked without scopes.");
        var provider = SocialScopes.Default.Of(upstream.Authorization.Request.Uri?.Host);
        var needed = RequiredAttributes.WithClaims(evidence).Select(name => (Name: name, Scopes: provider.For(name)))
            .Where(pair => pair.Scopes is not null).ToList();
        if (needed.FirstOrDefault(pair => !Covers(scope, pair.Scopes!)) is { Name: { } missing, Scopes: { } scopes })
            return Finding.Fail("scope-missing", $"{provider.Name} was asked for '{scope}', which does not bring {missing}; it takes {scopes[0]}.",
                EvidencePointer.Har(upstream.Authorization.Index, "request.query.scope", scope)) with
            { Remedy = $"Add {scopes[0]} to the connection's scopes (Auth0: tick {missing} on the connection) and have users consent again." };
        return Narrowed(upstream, provider, needed) ?? DeveloperKeys(evidence) ?? Broader(evidence, upstream, provider, scope) ?? (needed.Count == 0
            ? Finding.NotApplicable("nothing-required", "Nothing that is needed depends on a scope of the upstream provider.")
            : Finding.Pass("covered", $"{provider.Name} was asked for '{scope}', which brings {string.Join(", ", needed.Select(pair => pair.Name))}.",
                EvidencePointer.Har(upstream.Authorization.Index, "request.query.scope", scope)));
    }

    // Google and others say in their answer what the user let them grant (RFC 6749 section 5.1).
    private static Finding? Narrowed(LoginTransaction upstream, SocialProvider provider, List<(string Name, IReadOnlyList<string>? Scopes)> needed) =>
        upstream is { Callback: { } callback } && upstream.CallbackParameters.TryGetValue("scope", out var granted) && granted.Length > 0
        && needed.FirstOrDefault(pair => !Covers(granted, pair.Scopes!)) is { Name: { } missing }
            ? Finding.Fail("granted-narrower", $"{provider.Name} granted only '{granted}', which does not bring {missing}: the user unticked it.",
                EvidencePointer.Har(callback.Index, "request.query.scope", granted)) with
            { Fault = FaultOwner.Account }
            : null;

    private static Finding? DeveloperKeys(EvidenceReader evidence) =>
        AccountConnection.Of(evidence, LoginCourse.Of(evidence).Decisive) is { DeveloperKeys: true } connection
            ? Finding.Warn("developer-keys", $"{connection.Name} uses the vendor's shared developer keys, which break single sign-on and silent logins.",
                EvidencePointer.Api($"connections[{connection.Name}].developerKeys", "true")) with
            { Remedy = "Register an application of your own at the upstream provider and enter its client id and secret." }
            : null;

    // What a provider that is not known by name calls its scopes cannot be told from what is needed; what the application asked for by name is meant.
    private static Finding? Broader(EvidenceReader evidence, LoginTransaction upstream, SocialProvider provider, string scope)
    {
        if (provider.Usual is not { } usual) return null;
        var asked = evidence.Facts.Transactions.Where(transaction => !transaction.IsUpstream).SelectMany(transaction => Split(transaction.Parameters.GetValueOrDefault("connection_scope") ?? ""));
        var needless = Split(scope).Except(usual).Except(provider.Scopes.Values.SelectMany(scopes => scopes)).Except(asked).ToList();
        return needless.Count == 0 ? null
            : Finding.Warn("broader", $"{provider.Name} was asked for more than the login needs: {string.Join(", ", needless)}. People see that on the consent page, and some turn back.",
                EvidencePointer.Har(upstream.Authorization.Index, "request.query.scope", scope)) with
            { Remedy = "Take the scope off the connection, or ask for it (connection_scope) only where the application calls that API." };
    }

    private static string[] Split(string scope) => scope.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static bool Covers(string scope, IReadOnlyList<string> wanted) => Split(scope).Intersect(wanted).Any();
}
