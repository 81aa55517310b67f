using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Traffic;

namespace Prober.Checklist.Checks.Logs;

/// <summary>Every error that a server returned, quoted: the second witness beside the check that owns the fault.</summary>
public sealed class NoErrorReturned : Check
{
    public override CheckInfo Info { get; } = new(
        "logs-idp-response-error",
        Stage.Logs,
        CheckClass.Mirror,
        Question: "Did the identity provider answer without an error message?",
        Why: "The exact code and description that the provider returned are what its support and its documentation ask for.",
        Remedy: "Look the code up in the provider's documentation; the check that owns it says what to change.")
    {
        Owner = FaultOwner.IdentityProvider,
        References = ["RFC 6749 sections 4.1.2.1 and 5.2", "OpenID Connect Core 1.0 section 3.1.2.6"],
        AnsweredBy = "a HAR with bodies",
        Reasons = new Dictionary<string, string>
        {
            ["none"] = "No error was returned.",
            ["silent-only"] = "Only silent requests were refused, which is a normal answer.",
            ["recovered"] = "An error was returned, and a later attempt succeeded.",
            ["error"] = "An error was returned.",
            ["bodies-stripped"] = "The recording lacks bodies, so error pages cannot be read.",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var errors = evidence.Facts.Errors.Where(error => !error.IsSilentSignal && error.Owner is not null).ToList();
        if (errors.FirstOrDefault(error => !IsRecovered(error, evidence.Facts) && !IsPassingOutage(error, evidence)) is { } lasting)
            return lasting.Transaction?.IsUpstream == true
                ? Finding.Fail("error", Sentence(lasting), Pointer(lasting)) with { Fault = FaultOwner.Upstream }
                : Finding.Fail("error", Sentence(lasting), Pointer(lasting));
        if (errors is [var first, ..])
            return Finding.Warn("recovered", $"{Sentence(first)} A later attempt succeeded.", Pointer(first));
        if (evidence.Facts.Has("bodies-stripped"))
            return Finding.Inconclusive("bodies-stripped", "The recording lacks bodies, so error pages cannot be read.");
        return evidence.Facts.Errors.FirstOrDefault(error => error.IsSilentSignal) is { } signal
            ? Finding.Pass("silent-only", $"Only a silent request was refused ({signal.Code}), which is a normal answer.", Pointer(signal))
            : Finding.Pass("none", "No error was returned.");
    }

    /// <summary>What the check of the provider's health calls recovered is no lasting error either.</summary>
    private static bool IsPassingOutage(ReturnedError error, EvidenceReader evidence) =>
        error.Owner == "login-prompt-idp-available" && LaterAnswer.To(error.Entry, evidence.Traffic.Entries) is not null;

    /// <summary>The same client got its answer, or its token, after the error.</summary>
    private static bool IsRecovered(ReturnedError error, EvidenceFacts facts) =>
        error.Where is not ErrorPlace.Logout && facts.Interactive.Any(transaction =>
            (error.Transaction is null || transaction.ClientId == error.Transaction.ClientId) &&
            (transaction is { Succeeded: true, Callback: { } callback } && callback.Index > error.Entry.Index && error.Where is not ErrorPlace.TokenEndpoint ||
                transaction.TokenExchanges.Any(exchange => exchange.Error is null)));

    private static string Sentence(ReturnedError error)
    {
        var where = error.Where switch
        {
            ErrorPlace.Callback => "The callback carried",
            ErrorPlace.TokenEndpoint => "The token endpoint answered",
            ErrorPlace.UserInfo => "The UserInfo endpoint answered",
            ErrorPlace.LoginScript => "A script of the login page got",
            ErrorPlace.Logout => "The logout was answered with",
            _ => "A page of the provider showed",
        };
        var said = string.IsNullOrWhiteSpace(error.Description) ? "" : $" (“{error.Description.Trim()}”)";
        return $"{where} '{error.Code}'{said}.{(error.Diagnosis is { } meaning ? $" {meaning}" : "")}";
    }

    private static EvidencePointer Pointer(ReturnedError error) => EvidencePointer.Har(error.Entry.Index, "error", error.Code);
}
