namespace Prober;

/// <summary>What the process says to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>All well, warnings included.</summary>
    public const int Success = 0;

    /// <summary>A check failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line or an input file is wrong; nothing ran.</summary>
    public const int Usage = 2;

    /// <summary>The prober's own fault: never to be read as an outage of the target.</summary>
    public const int ProberFault = 3;

    /// <summary>No answer: a bot wall, a locked account, a journey that could not be completed.</summary>
    public const int Inconclusive = 4;

    /// <summary>A secret was found in what was about to be kept; it was deleted.</summary>
    public const int RedactionAudit = 5;

    public const int Interrupted = 130;

    /// <summary>Of several runs, what the process says: an own fault or a leak before a failing target, that before no answer.</summary>
    public static int Worse(int one, int other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(int code) => code switch
    {
        Interrupted => 6,
        RedactionAudit => 5,
        ProberFault => 4,
        CheckFailed => 3,
        Inconclusive => 2,
        Usage => 1,
        _ => 0,
    };
}
