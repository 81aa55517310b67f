namespace Prober.Reporting;

/// <summary>How the sinks of one report fared.</summary>
/// <param name="Written">Names of those that succeeded.</param>
/// <param name="Failures">Those that did not, with the reason.</param>
public sealed record FanOutResult(IReadOnlyList<string> Written, IReadOnlyList<SinkFailure> Failures);

/// <summary>One sink that broke: ours to mend, never the target's fault.</summary>
/// <param name="Sink">Name of the sink.</param>
/// <param name="Message">Kind and text of the exception.</param>
public sealed record SinkFailure(string Sink, string Message);
