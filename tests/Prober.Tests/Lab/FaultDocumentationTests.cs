using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab;

public sealed class FaultDocumentationTests
{
    private static IEnumerable<string> Built => Prober.Lab.Faults.All.Select(fault => fault.Number).Concat(FileFaults.All.Select(fault => fault.Number));

    [Test]
    public void The_page_is_written_from_catalogue_and_results() => Golden.VerifyFile("src/Prober.Lab/FAULTS.md", FaultDocumentation.Markdown(Recorded()));

    [Test]
    public void Every_fault_of_the_catalogue_is_on_the_page_once()
    {
        var numbers = Enumerable.Range(1, 128).Select(number => $"F{number:00}").Append("F31b");

        Assert.That(Built.Concat(UnbuiltFault.All.Select(fault => fault.Number)), Is.Unique);
        Assert.That(numbers.Except(Built).Except(UnbuiltFault.All.Select(fault => fault.Number)), Is.Empty);
    }

    [Test]
    public void Every_recorded_result_is_of_a_fault_that_exists() => Assert.That(Recorded().Select(result => result.Number), Is.Unique.And.SubsetOf(Built));

    [Test]
    public void Every_recorded_result_is_the_expected_one()
    {
        var expected = Prober.Lab.Faults.All.ToDictionary(fault => fault.Number, fault => fault.Verdict == "fail" ? fault.Headline : null);
        foreach (var fault in FileFaults.All) expected[fault.Number] = fault.Headline;

        Assert.That(Recorded().Where(result => (result.Headline ?? "") != (expected[result.Number] ?? "")).Select(result => $"{result.Number}: {result.Headline}"), Is.Empty);
    }

    private static IReadOnlyList<FaultResult> Recorded() => FaultResultFile.Parse(File.ReadAllText(Path.Combine(Golden.Root(), "src/Prober.Lab/fault-results.json")));
}
