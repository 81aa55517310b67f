namespace Prober.Monitor.Store;

/// <summary>Which runs say something of the target, in SQL, for those who count them.</summary>
internal static class CountedRuns
{
    /// <summary>Milliseconds for which one row of forgotten runs stands.</summary>
    public const long Hour = 3_600_000;

    /// <summary>The answers; inconclusive is none, and no answer and what is our own fault say nothing.</summary>
    public const string Answered = "state = 'Completed' AND verdict IN ('pass', 'warn', 'fail') AND flaky = 0";

    /// <summary>Of a failure and its confirmations the last one counts: these are the ones that were confirmed.</summary>
    public const string Confirmed = "SELECT c.confirms FROM monitor_runs c WHERE c.confirms IS NOT NULL AND c.state = 'Completed'";

    /// <summary>1 for a run that passed, 0 for one that failed.</summary>
    public const string Passed = "CASE WHEN verdict = 'fail' THEN 0 ELSE 1 END";
}
