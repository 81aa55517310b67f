using Prober.Checklist.Facts.Errors;
using Prober.Evidence.Expected;

namespace Prober.Checklist;

/// <summary>
/// A negative test: the scenario says which error is right. Seeing it passes the check that owns it and makes everything
/// behind it meaningless; not seeing it, although the login went through, is a failure.
/// </summary>
internal static class ExpectedFailure
{
    public const string Met = "expected-error";

    private const string DefaultOwner = "credentials-no-error-shown";

    public static bool IsMet(IEnumerable<Answer> answers) => answers.Any(answer => answer.Finding.Reason == Met);

    public static IReadOnlyList<Answer> Applied(IReadOnlyList<Answer> answers, EvidenceReader evidence)
    {
        if (evidence.Expectations.Error is not { } expected || !evidence.Bundle.Traffic.IsPresent)
            return answers;
        var seen = evidence.Facts.Errors.FirstOrDefault(error => Matches(error, expected));
        var owner = Index(answers, expected.Check ?? seen?.Owner ?? DefaultOwner);
        if (owner < 0)
            return answers;
        if (seen is not null || answers[owner] is { Failed: true, Finding.Reason: var reason } && reason == expected.Error)
            return [.. answers.Select((answer, index) => Silenced(answer, index, answers[owner], owner, expected))];
        return [.. answers.Select((answer, index) => index == owner ? Absent(answer, expected, evidence) : answer)];
    }

    private static bool Matches(ReturnedError error, ExpectedError expected) =>
        error.Code.Equals(expected.Error, StringComparison.OrdinalIgnoreCase) && !error.IsSilentSignal;

    private static int Index(IReadOnlyList<Answer> answers, string id) =>
        answers.Select((answer, index) => (answer, index)).Where(pair => pair.answer.Id == id).Select(pair => pair.index).FirstOrDefault(-1);

    private static Answer Silenced(Answer answer, int index, Answer owner, int ownerIndex, ExpectedError expected)
    {
        if (index == ownerIndex)
            return answer with { Finding = Finding.Pass(Met, $"The error '{expected.Error}' came, as the scenario expects.", answer.Finding.Evidence) };
        var follows = index > ownerIndex || answer.Finding.BlockedBy == owner.Id ||
            (answer.Failed && answer.Info.Class is not CheckClass.Root);
        return follows
            ? answer with
            {
                Finding = Finding.NotApplicable("after-expected-error",
                $"The scenario ends with the expected error '{expected.Error}'.")
            }
            : answer;
    }

    private static Answer Absent(Answer answer, ExpectedError expected, EvidenceReader evidence)
    {
        if (answer.Failed || evidence.Facts.Interactive.FirstOrDefault(transaction => transaction.Succeeded)?.Callback is not { } callback)
            return answer;
        var proof = EvidencePointer.Har(callback.Index, "request.url", "callback without an error");
        var finding = Finding.Fail("expected-error-absent", $"The scenario expects the error '{expected.Error}', but the login went through.", proof);
        return answer with
        {
            Finding = finding with { Remedy = "Either the rule that should refuse this login is gone, or the scenario's expectation is out of date.", BlockedBy = null },
        };
    }
}
