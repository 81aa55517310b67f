using Prober.Checklist.Checks.Token;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Sso;

/// <summary>Whether the second application got every attribute it needs, and how its request differs from the first one's.</summary>
public sealed class SecondApplicationProfile : SecondLoginCheck
{
    public override CheckInfo Info { get; } = new(
        "sso-second-app-profile",
        Stage.Sso,
        CheckClass.Root,
        Question: "Did the second application get every attribute it needs?",
        Why: "Single sign-on shares the session, not the scopes: an application that asks for less gets less.",
        Remedy: "Have the second application ask for the scopes that the first one asks for.")
    {
        Owner = FaultOwner.Application,
        References = ["OpenID Connect Core 1.0 section 5.4"],
        AnsweredBy = "a second application whose tokens the browser sees, or its page about the user (applications.X.me)",
        Reasons = Reasons(
            ("complete", "The second application got everything it needs."),
            ("missing", "An attribute that the second application needs did not come."),
            ("narrower-scope", "The second application asks for less than the first one."),
            ("same-scope", "Nothing is required of the second application, and it asks for as much as the first one."),
            ("did-not-arrive", "The second application did not log anybody in."),
            ("not-visible", "What the second application got cannot be seen.")),
    };

    private protected override Finding Judge(SecondLogin login, EvidenceReader evidence)
    {
        if (!login.Second.Succeeded) return Finding.Inconclusive("did-not-arrive", $"{login.SecondName} got no answer that could carry attributes.");
        var required = RequiredClaims.Of(evidence.Expectations, login.SecondName).Keys.ToList();
        var seen = Seen(login, evidence).ToList();
        if (required.Count > 0 && seen.Count > 0 && required.Where(name => seen.TrueForAll(witness => witness.Find(name) is null)).ToList() is { Count: > 0 } missing)
            return Missing(login, missing, seen);
        if (Narrower(login) is { } fewer)
            return Finding.Warn("narrower-scope", $"{login.SecondName} asks for '{Scope(login.Second)}', {login.FirstName} also for {string.Join(", ", fewer)}.", login.Asked("scope"));
        if (required.Count == 0)
            return Finding.Pass("same-scope", $"Nothing is required of {login.SecondName} in particular, and it asks for as much as {login.FirstName}.", login.Asked("scope"));
        return seen.Count == 0
            ? Finding.Inconclusive("not-visible", $"What {login.SecondName} got cannot be seen; answered by {Info.AnsweredBy}.")
            : Finding.Pass("complete", $"{login.SecondName} got {string.Join(", ", required)}.", [.. required.Select(name => seen.First(witness => witness.Find(name) is not null).PointAt(name, "present"))]);
    }

    private static Finding Missing(SecondLogin login, List<string> missing, List<SeenAttributes> seen)
    {
        var scopes = Scope(login.Second) == Scope(login.First) ? ""
            : $" {login.SecondName} asks scope '{Scope(login.Second)}', {login.FirstName} '{Scope(login.First)}'.";
        return Finding.Fail("missing", $"{login.SecondName} needs {string.Join(", ", missing)} and did not get it.{scopes}",
            [.. missing.Select(name => seen[0].PointAt(name, "absent")), login.Asked("scope")]);
    }

    /// <summary>Its own tokens as far as the browser saw them, and what it says of its user.</summary>
    private static IEnumerable<SeenAttributes> Seen(SecondLogin login, EvidenceReader evidence) => evidence.Bundle.Tokens.Value is not { } tokens ? Received(login, evidence)
        : tokens.Index().Where(item => item.Item is { Claims: not null, Kind: Evidence.Tokens.TokenKind.Id or Evidence.Tokens.TokenKind.UserInfo } token
                && token.SeenAt >= login.AskedAt && BelongsTo(login, evidence, token))
            .Select(item => SeenAttributes.OfJson("its token", item.Item.Claims!, (name, value) => EvidencePointer.Token(item.Index, $"claims.{name}", value)))
            .Concat(Received(login, evidence));

    // An ID token names its client; a UserInfo response is the second application's when its tokens are in sight at all.
    private static bool BelongsTo(SecondLogin login, EvidenceReader evidence, Evidence.Tokens.CapturedToken token) =>
        token.Kind == Evidence.Tokens.TokenKind.Id
            ? token.Claims!["aud"]?.ToJsonString().Contains($"\"{login.Second.ClientId}\"", StringComparison.Ordinal) == true
            : login.Second.TokenExchanges.Count > 0 && (evidence.Facts.Interactive.FirstOrDefault(later => later.Index > login.Second.Index) is not { } next
                || token.SeenAt < next.Authorization.StartedAt);

    private static IEnumerable<SeenAttributes> Received(SecondLogin login, EvidenceReader evidence) =>
        (evidence.Bundle.Received.Value ?? []).Where(received => received.Application == login.Second.Application && received.Names is not null)
            .Select(received => new SeenAttributes("its page about the user", received.Names!.ToDictionary(name => name, _ => (System.Text.Json.Nodes.JsonNode?)true),
                (name, value) => EvidencePointer.Api($"me[{received.Application}].{name}", value)));

    private static List<string>? Narrower(SecondLogin login)
    {
        var (first, second) = (Scope(login.First).Split(' '), Scope(login.Second).Split(' '));
        return second.Except(first).Any() || first.Except(second).ToList() is not { Count: > 0 } fewer ? null : fewer;
    }

    private static string Scope(LoginTransaction login) => login.Parameters.GetValueOrDefault("scope", "");
}
