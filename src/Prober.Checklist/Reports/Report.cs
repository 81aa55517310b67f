using Prober.Evidence;
using Prober.Evidence.Expected;

namespace Prober.Checklist.Reports;

/// <summary>
/// The result of judging one run: self-explaining and serialisable. Whoever draws, stores or alerts reads this and
/// nothing else. The first eight members are the stable JSON contract; the rest is what pictures are drawn from.
/// </summary>
public sealed record Report
{
    public int SchemaVersion { get; init; } = 1;

    public required RunInfo Run { get; init; }

    public required Verdict Verdict { get; init; }

    public required FaultOwner Fault { get; init; }

    /// <summary>One sentence for a person on the run as a whole, also when there is no headline: why it is inconclusive, what of ours broke.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The first failing root in stage order, else the first outcome, else the first mirror; null when nothing failed.</summary>
    public required Headline? Headline { get; init; }

    public required IReadOnlyList<PhaseResult> Phases { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>What limits this evidence, for instance <c>cookies-stripped</c>.</summary>
    public required IReadOnlyList<QualityFlag> Quality { get; init; }

    /// <summary>What nobody said and was read from the traffic; empty where a scenario says what is right.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>What to ask of the person who sent the file, ready to paste; null where the file answers enough or nobody sent it.</summary>
    public string? Request { get; init; }

    /// <summary>Who took part: browser, applications, identity provider, upstream, others, in drawing order.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>The hops that matter to the login, in time order: documents, redirects, form posts, token calls.</summary>
    public IReadOnlyList<Hop> Hops { get; init; } = [];

    /// <summary>Tokens decoded beside what was expected of them.</summary>
    public IReadOnlyList<TokenView> Tokens { get; init; } = [];
}
