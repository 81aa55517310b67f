using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class FormBodyTests
{
    [TestCase("application/x-www-form-urlencoded; charset=UTF-8", "a=1", true)]
    [TestCase("", "a=1&b=&c=x%20y+z", true)]
    [TestCase("", "user[login]=pat", true)]
    [TestCase("x-unknown", "a=1", true)]
    [TestCase("application/json", "a=1", false)]
    [TestCase("", "{\"a\":\"b=c\"}", false)]
    [TestCase("", "<a href=\"b\">", false)]
    [TestCase("", "a sentence with x=1", false)]
    [TestCase("", "token", false)]
    public void A_form_is_told_by_its_type_and_without_one_by_its_shape(string type, string text, bool isForm)
    {
        var request = new HarRequest { Method = "POST", Url = "https://a.example", Headers = HarHeaders.None, PostData = new(type, text) };

        Assert.That(FormBody.Of(request), isForm ? Is.Not.Null : Is.Null);
    }
}
