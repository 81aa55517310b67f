namespace Prober.Reporting.Comparison;

/// <summary>The formats that a comparison can have.</summary>
public static class ComparisonFormats
{
    public static IReadOnlyList<IComparisonRenderer> All { get; } = [new ConsoleComparison(), new JsonComparison(), new MarkdownComparison(), new HtmlComparison()];

    /// <exception cref="ArgumentException">No format is called so.</exception>
    public static IComparisonRenderer Find(string name) => All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"no format is called {name}", nameof(name));
}
