using NUnit.Framework;
using Prober.Evidence.Redaction;

namespace Prober.Tests.Evidence.Redaction;

public sealed class PatternIndexTests
{
    [TestCase("x CfDJ8abcdef x", "CfDJ8abcdef")]
    [TestCase("CfDJ8abcd!", "CfDJ8abcd")]
    [TestCase("CfDJ8abcz", "CfDJ8abc")]
    [TestCase("CfDJ8ab", null)]
    [TestCase("CfDJ8abd", null)]
    [TestCase("CfDJ", null)]
    public void Of_those_that_begin_alike_the_longest_is_found(string text, string? found) =>
        Assert.That(Index(["CfDJ8abc", "CfDJ8abcd", "CfDJ8abcdef", "CfDJ8abca", "CfDJ8b", "other"]).Find(text, 0)?.Pattern.Text, Is.EqualTo(found));

    [Test]
    public void A_bounded_one_inside_a_word_gives_way_to_a_shorter_one()
    {
        var index = new PatternIndex([Pattern("alice smith", bounded: true), Pattern("alice", bounded: false)]);
        Assert.That(index.Find("alice smithson", 0)?.Pattern.Text, Is.EqualTo("alice"));
        Assert.That(index.Find("alice smith", 0)?.Pattern.Text, Is.EqualTo("alice smith"));
    }

    [Test]
    public void Each_of_thousands_is_found_and_what_is_none_is_not()
    {
        var all = Enumerable.Range(0, 20_000).Select(number => $"CfDJ8{number * 7:x8}").ToList();
        var index = Index(all);
        Assert.That(all.Where(text => index.Find($"a={text};", 0) is not { At: 2 } found || found.Pattern.Text != text), Is.Empty);
        Assert.That(Enumerable.Range(0, 20_000).Where(number => number % 7 != 0 && index.Find($"CfDJ8{number:x8}", 0) is not null), Is.Empty);
    }

    private static PatternIndex Index(IEnumerable<string> texts) => new(texts.Select(text => Pattern(text, bounded: false)));

    private static SecretPattern Pattern(string text, bool bounded) => new(text, new KnownSecret(text, SecretKind.Cookie), SecretEncoding.Plain, bounded);
}
