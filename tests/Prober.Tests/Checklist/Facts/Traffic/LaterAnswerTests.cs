using NUnit.Framework;
using Prober.Checklist.Facts.Traffic;
using Prober.Tests.Evidence;

namespace Prober.Tests.Checklist.Facts.Traffic;

public sealed class LaterAnswerTests
{
    private const string Script = "https://portal.example/app.js";

    [TestCase(Script, 200, true)]
    [TestCase(Script + "?retry=1", 304, true)]
    [TestCase("https://portal.example/other.js", 200, false)]
    [TestCase("https://cdn.example/app.js", 200, false)]
    [TestCase("https://portal.example:8443/app.js", 200, false)]
    [TestCase(Script, 404, false)]
    [TestCase(Script, 0, false)]
    public void The_same_address_answered_later_mends_a_failure(string url, int status, bool mends)
    {
        var log = TestHar.Log(TestHar.Entry(Script, 503), TestHar.Entry(url, status));

        Assert.That(LaterAnswer.To(log.Entries[0], log.Entries), Is.EqualTo(mends ? log.Entries[1] : null));
    }

    [Test]
    public void An_answer_before_the_failure_mends_nothing()
    {
        var log = TestHar.Log(TestHar.Entry(Script), TestHar.Entry(Script, 503));

        Assert.That(LaterAnswer.To(log.Entries[1], log.Entries), Is.Null);
    }
}
