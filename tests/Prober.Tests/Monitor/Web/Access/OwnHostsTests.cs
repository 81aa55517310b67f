using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Prober.Monitor.Web.Access;

namespace Prober.Tests.Monitor.Web.Access;

public sealed class OwnHostsTests
{
    [TestCase("127.0.0.1:9590", true)]
    [TestCase("[::1]:9590", true)]
    [TestCase("localhost", true)]
    [TestCase("prober.localhost:9590", true)]
    [TestCase("prober.example.com", true, Description = "a proxy in front, named by --public-url")]
    [TestCase("attacker.example.net:9590", false)]
    [TestCase("localhost.example.net", false)]
    [TestCase("10.0.0.7", false)]
    public async Task A_foreign_name_gets_nothing(string host, bool isOwn)
    {
        var (http, passed) = (new DefaultHttpContext(), false);
        http.Request.Host = new HostString(host);

        await OwnHosts.Guard(new Uri("https://prober.example.com/"))(http, _ =>
        {
            passed = true;
            return Task.CompletedTask;
        });

        Assert.That((passed, http.Response.StatusCode), Is.EqualTo((isOwn, isOwn ? 200 : 421)));
    }
}
