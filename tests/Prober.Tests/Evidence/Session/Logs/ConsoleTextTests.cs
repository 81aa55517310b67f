using NUnit.Framework;
using Prober.Evidence.Session;
using Prober.Evidence.Session.Logs;

namespace Prober.Tests.Evidence.Session.Logs;

public sealed class ConsoleTextTests
{
    [Test]
    public void Reads_what_a_browser_saves()
    {
        var entries = ConsoleText.Parse(
            """
            login:1 Refused to execute inline script because it violates the following Content Security Policy directive: "script-src 'self'".
            app.js:14 Uncaught TypeError: Cannot read properties of undefined (reading 'token')
                at signIn (app.js:14:9)
                at app.js:2:1
            app.js:30 ready
            """,
            DateTimeOffset.UnixEpoch);

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.Kind), Is.EqualTo(new[] { ConsoleKind.Error, ConsoleKind.PageError, ConsoleKind.Log }));
            Assert.That(entries.Select(entry => entry.Source), Is.EqualTo(new[] { "login:1", "app.js:14", "app.js:30" }));
            Assert.That(entries[1].Text, Does.EndWith("at signIn (app.js:14:9)\nat app.js:2:1"));
        });
    }
}
