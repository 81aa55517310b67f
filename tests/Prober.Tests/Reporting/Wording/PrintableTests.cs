using NUnit.Framework;
using Prober.Reporting.Wording;

namespace Prober.Tests.Reporting.Wording;

public sealed class PrintableTests
{
    [TestCase("plain text", "plain text")]
    [TestCase(" a\r\n\tb  ", "a b")]
    [TestCase("\u001B[31mred", "⟨U+001B⟩[31mred")]
    [TestCase("exe.\u202Egnp", "exe.⟨U+202E⟩gnp")]
    [TestCase("zero\u200Bwidth", "zero⟨U+200B⟩width")]
    [TestCase("Zürich 東京 👩‍💻", "Zürich 東京 👩‍💻")]
    [TestCase(null, "")]
    public void Shows_what_would_steer_and_keeps_the_rest(string? text, string expected) => Assert.That(Printable.Line(text), Is.EqualTo(expected));

    [Test]
    public void Replaces_half_a_character() => Assert.That(Printable.Line("a\uD800b"), Is.EqualTo("a\uFFFDb"));

    [Test]
    public void Cuts_and_says_so_without_splitting_a_character()
    {
        var cut = Printable.Line(new string('x', 8) + "👩👩👩", 10);

        Assert.That(cut, Is.EqualTo("xxxxxxxx…"));
    }
}
