using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary>The file from the top.</summary>
internal sealed class ConfigurationShape : ObjectShape<BrowserSettings>
{
    private static readonly BrowserSettings Defaults = new();

    private readonly Key<string> _schema, _outputDir;
    private readonly Key<int> _timeout, _retries, _workers;
    private readonly Key<IReadOnlyList<ReporterSettings>> _reporter;
    private readonly Key<Func<BrowserSettings, BrowserSettings>> _use;
    private readonly Key<IReadOnlyList<NamedUse>> _projects;

    public ConfigurationShape() : base("the keys of a Playwright configuration, such as use and outputDir")
    {
        _schema = Optional("$schema", Common.Text, "A schema, for editors.");
        _timeout = Optional("timeout", new WholeNumberShape(1_000, 3_600_000, "milliseconds"), "Longest time of one run.");
        _retries = Optional("retries", new WholeNumberShape(0, 5), "How many more times a run is tried.", Defaults.Retries);
        _workers = Optional("workers", new WholeNumberShape(1, 64), "Runs side by side.", Defaults.Workers);
        _outputDir = Optional("outputDir", Common.Text, "Where bundles and reports are written; relative to this file.", Defaults.OutputDirectory);
        _reporter = Optional("reporter", ReporterShapes.Instance, "Forms in which the report is written.");
        _use = Optional("use", UseShape.Instance, "The browser.");
        _projects = Optional(
            "projects", new ListShape<NamedUse>(new ProjectShape(), "projects"), "Further browsers or devices, each with what differs.");
    }

    protected override BrowserSettings Build(ObjectValues values, ReadContext context)
    {
        var settings = new BrowserSettings
        {
            Timeout = ToTime(values.Maybe(_timeout)),
            Retries = values.Get(_retries),
            Workers = values.Get(_workers),
            OutputDirectory = FilePaths.Resolve(values.Node, values.Get(_outputDir)),
            Reporters = values.Get(_reporter) ?? [],
        };
        var common = values.Get(_use)?.Invoke(settings) ?? settings;
        var projects = values.Get(_projects) ?? [];
        if (projects.GroupBy(project => project.Name).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw values.NodeOf(_projects).Error($"expected project names that differ, found \"{twice.Key}\" twice.");
        return common with { Projects = [.. projects.Select(project => new BrowserProject(project.Name, project.Use(common)))] };
    }

    private static TimeSpan? ToTime(int? milliseconds) => milliseconds is { } some ? TimeSpan.FromMilliseconds(some) : null;
}
