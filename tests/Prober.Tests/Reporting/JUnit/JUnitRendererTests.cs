using System.Xml.Linq;
using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Reporting.JUnit;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting.JUnit;

public sealed class JUnitRendererTests
{
    // What Jenkins' and Surefire's schemas have in common; element, its attributes, its children.
    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Shape = new()
    {
        ["testsuites"] = (["name", "tests", "failures", "errors", "time"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors", "time", "skipped", "timestamp"], ["properties", "testcase"]),
        ["properties"] = ([], ["property"]),
        ["property"] = (["name", "value"], []),
        ["testcase"] = (["name", "classname", "time"], ["failure", "error", "skipped", "system-out"]),
        ["failure"] = (["type", "message"], []),
        ["error"] = (["type", "message"], []),
        ["skipped"] = (["message"], []),
        ["system-out"] = ([], []),
    };

    [TestCase("healthy")]
    [TestCase("refused")]
    public async Task Draws_the_sample(string name) => Golden.Verify($"Reporting/{name}.junit.xml", await Draw(SampleReports.All().Single(sample => sample.Name == name).Report));

    [TestCaseSource(nameof(Reports))]
    public async Task Keeps_to_the_schema(Report report)
    {
        foreach (var element in XDocument.Parse(await Draw(report)).Descendants())
        {
            var (attributes, children) = Shape[element.Name.LocalName];
            Assert.That(element.Attributes().Select(attribute => attribute.Name.LocalName), Is.EquivalentTo(attributes), element.Name.LocalName);
            Assert.That(element.Elements().Select(child => child.Name.LocalName).Distinct(), Is.SubsetOf(children), element.Name.LocalName);
        }
    }

    [TestCaseSource(nameof(Reports))]
    public async Task Counts_what_it_lists(Report report)
    {
        var suite = XDocument.Parse(await Draw(report)).Root!.Element("testsuite")!;

        Assert.That((int)suite.Attribute("tests")!, Is.EqualTo(report.Phases.Count + report.Checks.Count));
        Assert.That((int)suite.Attribute("failures")!, Is.EqualTo(suite.Descendants("failure").Count()));
        Assert.That((int)suite.Attribute("errors")!, Is.EqualTo(suite.Descendants("error").Count()));
        Assert.That((int)suite.Attribute("skipped")!, Is.EqualTo(suite.Descendants("skipped").Count()));
        Assert.That(suite.Elements("testcase").Select(test => (string)test.Attribute("classname")!).Take(report.Phases.Count), Is.All.EndsWith(".phases"));
    }

    private static IEnumerable<Report> Reports() => SampleReports.All().Select(sample => sample.Report).Append(HostileReport.Make()).Append(HostileReport.MakeLong());

    private static Task<string> Draw(Report report) => Rendered.ByAsync(new JUnitRenderer(), report);
}
