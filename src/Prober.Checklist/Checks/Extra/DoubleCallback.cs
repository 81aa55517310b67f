using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Extra;

/// <summary>An answer is for one use: the same code at the callback or at the token endpoint twice is a race that one of them loses.</summary>
public sealed class DoubleCallback : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-double-callback", Stage.Extra, CheckClass.Root,
        "Is every answer of the provider used exactly once?",
        "A code that comes twice (a component mounted twice, a double click, a reload) works on some days: it depends on which attempt is first.",
        "Start the login library once, remove code and state from the address at once, and let a repeated callback go on to the application.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording that goes on for some seconds after the callback",
        References = ["RFC 6749 section 4.1.2", "https://github.com/auth0/auth0-spa-js/issues/850"],
        Reasons = new Dictionary<string, string>
        {
            ["once"] = "every code came once",
            ["callback-repeated"] = "the callback was called more than once with the same code",
            ["code-exchanged-twice"] = "the token endpoint got the same code more than once",
            ["no-code"] = "no code came to an application",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        var logins = facts.Transactions.Where(login => !login.IsUpstream && login.CallbackParameters.ContainsKey("code")).ToList();
        if (logins.Count == 0) return Finding.NotApplicable("no-code", "No code came to an application.");
        var exchanged = facts.TokenExchanges.Where(exchange => exchange.Code is not null && !IsPreflight(exchange.Entry))
            .GroupBy(exchange => exchange.Code).FirstOrDefault(group => group.Count() > 1);
        if (exchanged is not null)
        {
            return Finding.Warn("code-exchanged-twice", $"The token endpoint got the same code {exchanged.Count()} times.",
                [.. exchanged.Select(exchange => EvidencePointer.Har(exchange.Entry.Index, "request.body.code", exchange.Error ?? $"{exchange.Entry.Response.Status}"))]);
        }

        // After a logout Back may rightly bring an old callback up again.
        var end = (facts.Logout?.Chain is [var start, ..] ? start : facts.Logout?.ProviderRequest)?.Index ?? int.MaxValue;
        var repeated = logins.Select(login => facts.CallbackRequests(login).Where(entry => entry.Index < end).ToList()).FirstOrDefault(entries => entries.Count > 1);
        return repeated is null
            ? Finding.Pass("once", $"{logins.Count} codes came, each of them once.")
            : Finding.Warn("callback-repeated", $"{repeated[0].Request.Url.Split('?')[0]} was called {repeated.Count} times with the same code.",
                [.. repeated.Select(entry => EvidencePointer.Har(entry.Index, "request.query.code", $"answered {entry.Response.Status}"))]);
    }

    private static bool IsPreflight(HarEntry entry) => entry.Request.Method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase);
}
