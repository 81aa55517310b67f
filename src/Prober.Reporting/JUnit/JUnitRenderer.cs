using System.Text;
using System.Xml;
using Prober.Checklist.Reports;

namespace Prober.Reporting.JUnit;

/// <summary>
/// JUnit XML as Jenkins, GitLab, GitHub and Azure read it: the scenario is a suite, each phase and then each check a test
/// case. A failing check fails, an unanswered or inapplicable one is skipped, a check that broke is an error.
/// </summary>
public sealed class JUnitRenderer : IReportRenderer
{
    public string Name => "junit";

    public string FileName => "report.xml";

    public async Task RenderAsync(Report report, Stream output, CancellationToken cancellationToken)
    {
        var suite = JUnitSuite.Of(report);
        var settings = new XmlWriterSettings { Async = true, Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        var document = new MemoryStream();
        await using (var xml = XmlWriter.Create(document, settings))
            JUnitWriter.Write(xml, suite);
        await output.WriteAsync(document.GetBuffer().AsMemory(0, (int)document.Length), cancellationToken);
    }
}
