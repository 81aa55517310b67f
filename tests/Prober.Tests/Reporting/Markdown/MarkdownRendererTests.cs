using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Reporting.Markdown;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting.Markdown;

public sealed partial class MarkdownRendererTests
{
    [TestCase("healthy")]
    [TestCase("refused")]
    [TestCase("single-page")]
    [TestCase("loop")]
    public void Draws_the_sample(string name) =>
        Golden.Verify($"Reporting/{name}.md", MarkdownRenderer.Render(SampleReports.All().Single(sample => sample.Name == name).Report));

    [Test]
    public void Keeps_hostile_text_on_its_line_and_in_its_cell()
    {
        var hostile = MarkdownRenderer.Render(HostileReport.Make()).Split('\n');
        var harmless = MarkdownRenderer.Render(HostileReport.Make("x")).Split('\n');

        Assert.That(hostile, Has.Length.EqualTo(harmless.Length));
        Assert.That(hostile.Select(Cells), Is.EqualTo(harmless.Select(Cells)));
    }

    [Test]
    public void Leaves_hostile_text_no_markup_outside_code()
    {
        var prose = CodeSpan().Replace(MarkdownRenderer.Render(HostileReport.Make()), "");

        Assert.That(prose, Does.Not.Match("<[a-zA-Z/!]"), "no element");
        Assert.That(prose, Does.Not.Match(@"(?<!\\)[\[\]`]"), "no link, no open code span");
        Assert.That(prose, Does.Not.Match("@[a-z]").And.Not.Contain("://").And.Not.Contain("www."), "no mention, no link by itself");
    }

    [Test]
    public void Stays_short_when_texts_are_long() => Assert.That(MarkdownRenderer.Render(HostileReport.MakeLong()), Has.Length.LessThan(100_000));

    private static int Cells(string line) => line.StartsWith('|') ? UnescapedPipe().Count(line) : 0;

    [GeneratedRegex(@"(?<!\\)(\\\\)*\|")]
    private static partial Regex UnescapedPipe();

    // CommonMark 6.1: a code span ends at the next run of as many backticks; an escaped backtick opens none.
    [GeneratedRegex(@"(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")]
    private static partial Regex CodeSpan();
}
