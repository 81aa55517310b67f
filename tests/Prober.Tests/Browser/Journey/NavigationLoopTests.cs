using NUnit.Framework;
using Prober.Browser.Journey;

namespace Prober.Tests.Browser.Journey;

public sealed class NavigationLoopTests
{
    [Test]
    public void Rounds_with_ever_new_parameters_are_one_loop()
    {
        var loop = new NavigationLoop();
        for (var round = 0; round < NavigationLoop.Limit; round++)
        {
            loop.Visit("GET", $"https://idp.example.com/authorize?state={round}");
            loop.Visit("POST", "https://app.example.com/callback");
        }

        Assert.That(loop.Address, Is.EqualTo("https://idp.example.com/authorize"));
    }

    [Test]
    public void A_login_with_a_retry_is_none()
    {
        var loop = new NavigationLoop();
        for (var visit = 0; visit < 3; visit++)
        {
            loop.Visit("GET", "https://idp.example.com/login");
            loop.Visit("POST", "https://idp.example.com/login");
            loop.Visit("GET", "about:blank");
        }

        Assert.That(loop.Address, Is.Null);
    }
}
