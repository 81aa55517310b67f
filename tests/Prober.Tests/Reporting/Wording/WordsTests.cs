using NUnit.Framework;
using Prober.Checklist;
using Prober.Reporting.Wording;

namespace Prober.Tests.Reporting.Wording;

public sealed class WordsTests
{
    [Test]
    public void Sets_addresses_apart_without_the_sentence_marks_after_them()
    {
        var pieces = Words.Of("It is (https://a.example/x?y=1), not http://b.example/.", 200).ToList();

        Assert.That(pieces.Where(piece => piece.IsCode).Select(piece => piece.Text), Is.EqualTo(["https://a.example/x?y=1", "http://b.example/"]));
        Assert.That(string.Concat(pieces.Select(piece => piece.Text)), Is.EqualTo("It is (https://a.example/x?y=1), not http://b.example/."));
    }

    [Test]
    public void Has_a_heading_for_every_stage_and_a_name_for_every_fault()
    {
        Assert.That(Enum.GetValues<Stage>().Select(StageWords.Heading), Is.Unique.And.All.EndsWith("?"));
        Assert.That(Enum.GetValues<FaultOwner>().Select(FaultWords.Name), Is.Unique.And.All.Not.Empty);
    }

    [TestCase(0, "0 ms")]
    [TestCase(999.4, "999 ms")]
    [TestCase(999.6, "1.0 s")]
    [TestCase(59_949, "59.9 s")]
    [TestCase(59_960, "1 min 00 s")]
    [TestCase(double.NaN, "0 ms")]
    public void Tells_durations(double milliseconds, string expected) => Assert.That(Moment.Duration(milliseconds), Is.EqualTo(expected));
}
