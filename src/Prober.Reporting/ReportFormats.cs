using Prober.Reporting.Html;
using Prober.Reporting.Json;
using Prober.Reporting.JUnit;
using Prober.Reporting.Markdown;

namespace Prober.Reporting;

/// <summary>Every format by its name on the command line; the one place that lists them.</summary>
public static class ReportFormats
{
    private static readonly IReportRenderer[] Renderers =
    [
        new Terminal.ConsoleRenderer(),
        new JsonReportRenderer(),
        new HtmlReportRenderer(),
        new JUnitRenderer(),
        new MarkdownRenderer(),
    ];

    /// <summary>All names, in the order they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Renderers.Select(renderer => renderer.Name)];

    /// <exception cref="ArgumentException">No such format; the message lists those there are.</exception>
    public static IReportRenderer Find(string name) =>
        Renderers.FirstOrDefault(renderer => renderer.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no report format \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name));
}
