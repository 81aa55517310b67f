using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist;

public sealed class FindingTests
{
    [TestCase("The page says: Ask your administrator..", "The page says: Ask your administrator.")]
    [TestCase("It said 'wait...' and went on.. Then it stopped.", "It said 'wait...' and went on. Then it stopped.")]
    [TestCase("Loading...", "Loading...")]
    public void A_quoted_text_that_ends_in_a_full_stop_does_not_end_in_two(string summary, string expected) =>
        Assert.That(Finding.Pass("reason", summary).Summary, Is.EqualTo(expected));
}
