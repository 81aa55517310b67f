using System.Globalization;
using NUnit.Framework;
using Prober.Evidence.Redaction.Sanitizing;

namespace Prober.Tests.Evidence.Redaction.Sanitizing;

public sealed class EmailAddressesTests
{
    [TestCase("write to pat@example.com, or not", "write to [pat@example.com], or not")]
    [TestCase("a=pat%40mail.example.co.uk&b=1", "a=[pat@mail.example.co.uk]&b=1")]
    [TestCase("pat&#64;example.com pat&#X40;example.com", "[pat@example.com] [pat@example.com]")]
    [TestCase("{\"m\":\"pat\\u0040example.com\"}", "{\"m\":\"[pat@example.com]\"}")]
    [TestCase("one@example.com,two@example.com;x@y", "[one@example.com],[two@example.com];x@y")]
    [TestCase(" * @param {string} name\n@media print{}", " * @param {string} name\n@media print{}")]
    [TestCase("..pat@example.com", "..[pat@example.com]")]
    [TestCase("a@b@example.com", "a@[b@example.com]")]
    [TestCase("@@pat@example.com@", "@@[pat@example.com]@")]
    public void Found_in_whatever_spelling_and_nothing_else(string text, string expected) => Assert.That(Rewritten(text), Is.EqualTo(expected));

    [Test]
    public void A_local_part_longer_than_any_loses_its_end() =>
        Assert.That(Rewritten(new string('a', 100) + "@example.com"), Is.EqualTo($"{new string('a', 36)}[{new string('a', 64)}@example.com]"));

    /// <summary>Words without end before signs that begin no address are the worst that a script can hold.</summary>
    [Test]
    public void Time_grows_with_the_text_alone()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(word => string.Create(CultureInfo.InvariantCulture, $"identifier{word}@ @decorator{word} ")));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.That(Rewritten(text), Is.EqualTo(text), "an address has a domain");
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    private static string Rewritten(string text) => new EmailAddresses((_, value) => $"[{value}]").Rewrite(text);
}
