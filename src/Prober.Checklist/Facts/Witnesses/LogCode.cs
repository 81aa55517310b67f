using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>What one code of a provider's log means; one row of <c>Data/log-codes.json</c>.</summary>
/// <param name="Codes">Exact codes, as the provider writes them.</param>
/// <param name="Result">What the event says of the login.</param>
/// <param name="Topic">What it is about: <c>login</c>, <c>token</c>, <c>logout</c>, <c>limit</c> …</param>
/// <param name="Meaning">One clause that goes on after "the log says that".</param>
/// <param name="Check">The check that this event answers; null when it answers none.</param>
/// <param name="Outcome">What the outcome must match; null when the code is enough.</param>
/// <param name="Hint">What description or details must match; null when the code is enough.</param>
/// <param name="Family">The family of credential errors (<c>credential-errors.json</c>) it stands for.</param>
/// <param name="Reading">What a person should look at next.</param>
internal sealed record LogCode(
    IReadOnlyList<string> Codes, LogResult Result, string Topic, string Meaning, string? Check = null, TextPattern? Outcome = null,
        TextPattern? Hint = null, string? Family = null, string? Reading = null);
