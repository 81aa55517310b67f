using NUnit.Framework;
using Prober.Evidence.Session;
using Prober.Evidence.Session.Logs;

namespace Prober.Tests.Evidence.Session.Logs;

public sealed class LogLineParserTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 12, 10, 15, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = From.AddSeconds(10);

    [TestCase("2026-03-12T10:15:02.123Z INFO Signed in", LogSeverity.Information)]
    [TestCase("2026-03-12 10:15:02.123 +00:00 [ERR] Correlation failed.", LogSeverity.Error)]
    [TestCase("[2026-03-12 10:15:02,123Z] WARN  o.k.Events - type=LOGIN_ERROR", LogSeverity.Warning)]
    [TestCase("2026/03/12 10:15:02Z [crit] 12#12: upstream", LogSeverity.Critical)]
    [TestCase("[Thu Mar 12 10:15:02.123456 2026] [php:error] [pid 7] Unhandled exception", LogSeverity.Error)]
    [TestCase("Mar 12 10:15:02 SimpleSAMLphp WARNING [1b2c] Could not find", LogSeverity.Warning)]
    [TestCase("2026-03-12T11:15:02+01:00 app logging in: no level", LogSeverity.Unknown)]
    [TestCase("""{"@t":"2026-03-12T10:15:02Z","@mt":"Signed in {User}"}""", LogSeverity.Information)]
    [TestCase("""{"@t":"2026-03-12T10:15:02Z","@l":"Error","@m":"IDX10223","@x":"at X"}""", LogSeverity.Error)]
    [TestCase("""{"level":50,"time":1773310502123,"msg":"jwt expired"}""", LogSeverity.Error)]
    [TestCase("""{"@timestamp":"2026-03-12T10:15:02.1Z","level":"WARN","message":"slow"}""", LogSeverity.Warning)]
    public void Reads_time_and_level(string line, LogSeverity severity)
    {
        var read = LogLineParser.Parse(line, From, To).Single();

        Assert.That(read.Severity, Is.EqualTo(severity));
        Assert.That(read.At, Is.EqualTo(From.AddSeconds(2)).Within(TimeSpan.FromMilliseconds(200)));
    }

    [Test]
    public void A_stack_trace_belongs_to_the_line_that_started_it()
    {
        var lines = LogLineParser.Parse("2026-03-12T10:15:02Z ERROR boom\n   at A.B()\n   at C.D()\r\n2026-03-12T10:15:03Z INFO next", From, To);

        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines[0].Text, Is.EqualTo("ERROR boom\n   at A.B()\n   at C.D()"));
    }

    [Test]
    public void The_console_format_of_dotnet_has_a_level_and_no_time()
    {
        var lines = LogLineParser.Parse("fail: App[0]\n      Correlation failed.", From, To);

        Assert.That(lines.Single(), Is.EqualTo(new LogLine(From, LogSeverity.Error, "fail: App[0]\n      Correlation failed.")));
    }

    [Test]
    public void Lines_of_another_time_are_left_out() =>
        Assert.That(LogLineParser.Parse("2026-03-12T09:00:00Z ERROR old\n2026-03-12T10:20:00Z ERROR late", From, To), Is.Empty);
}
