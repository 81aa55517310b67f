namespace Prober.Browser.Installation.Machine;

/// <summary>A program to run.</summary>
public sealed record ProcessRequest(string Program, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>It is ended after this long in any case.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>It is ended when it has been silent for this long; null for no such limit. A slow download talks, a dead one does not.</summary>
    public TimeSpan? Silence { get; init; }

    /// <summary>Told each line of its output as it comes.</summary>
    public IProgress<string>? Progress { get; init; }
}

/// <summary>How a program ended.</summary>
/// <param name="Ending">Whether it ended by itself.</param>
/// <param name="ExitCode">Zero for success; -1 when it did not end by itself.</param>
/// <param name="Lines">What it wrote, both streams, in order.</param>
public sealed record ProcessOutcome(ProcessEnding Ending, int ExitCode, IReadOnlyList<string> Lines)
{
    public string? FirstLine => Lines is [var first, ..] ? first : null;

    public string? LastLine => Lines is [.., var last] ? last : null;

    public bool Succeeded => Ending == ProcessEnding.Exited && ExitCode == 0;
}

/// <summary>Ways in which a program ends.</summary>
public enum ProcessEnding
{
    Exited,
    NotStarted,
    TimedOut,
}
