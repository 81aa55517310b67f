using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class QueryStringTests
{
    [Test]
    public void Order_duplicates_and_raw_text_are_kept()
    {
        var query = QueryString.OfUrl("https://a.example/x?b=1&a=%e4%BD%a0+x&b=2&federated&c=%zz&=v#state=z");

        Assert.That(query.Select(parameter => parameter.Name), Is.EqualTo(["b", "a", "b", "federated", "c", ""]));
        Assert.That(query.All("b"), Is.EqualTo(["1", "2"]));
        Assert.That(query["a"], Is.EqualTo("你 x"));
        Assert.That(query[1].RawValue, Is.EqualTo("%e4%BD%a0+x"));
        Assert.That(query["federated"], Is.Empty);
        Assert.That(query[3].RawValue, Is.Null);
        Assert.That(query["c"], Is.EqualTo("%zz"));
        Assert.That(query["B"], Is.Null);
        Assert.That(QueryString.OfFragment("https://a.example/x#state=z")["state"], Is.EqualTo("z"));
    }

    [TestCase("")]
    [TestCase("?")]
    [TestCase("https://a.example")]
    public void Nothing_gives_an_empty_list(string url) => Assert.That(QueryString.OfUrl(url), Is.Empty);
}
