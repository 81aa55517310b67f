using NUnit.Framework;
using Prober.Browser.Replay;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class RecordedNamesTests
{
    [Test]
    public void Every_origin_leads_to_the_replay_and_every_other_name_to_nowhere() => Assert.That(
        RecordedNames.Rules(Of(
            Exchange("https://login.example.com/a"), Exchange("https://login.example.com/b"), Exchange("http://app.example.com:8080/"), Exchange("http://[::1]:81/"),
            Exchange("data:text/html,x"), Exchange("https://gone.example.com/", 0, failure: "net::ERR_NAME_NOT_RESOLVED")), 11, 22),
        Is.EqualTo("--host-resolver-rules=MAP login.example.com:443 127.0.0.1:22, MAP app.example.com:8080 127.0.0.1:11, MAP [::1]:81 127.0.0.1:11, MAP * ~NOTFOUND"));
}
