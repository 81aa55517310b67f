using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using Prober.Browser.Recording.Logs;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Tests.Browser.Recording.Logs;

/// <summary>Logs that are no file: a program's output, an HTTP address.</summary>
public sealed class LogSourceTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 12, 10, 15, 0, TimeSpan.Zero);

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_command_gets_the_window_in_its_environment()
    {
        var log = (await ReadAsync(new() { Command = ["sh", "-c", "echo \"$PROBER_FROM ERROR to $PROBER_TO\""] })).Value!.Single();

        Assert.That(log.Lines.Single(), Is.EqualTo(new LogLine(From, LogSeverity.Error, "ERROR to 2026-03-12T10:15:05.000Z")));
        Assert.That(log.Source, Is.EqualTo("sh"), "arguments may hold secrets");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task The_window_is_moved_by_the_skew_of_the_applications_host()
    {
        var ahead = new Dictionary<string, double> { ["portal.example.com"] = 600 };

        var log = (await ReadAsync(new() { Command = ["sh", "-c", "echo \"$PROBER_FROM ERROR boom\""] }, ahead)).Value!.Single();

        Assert.That((log.From, log.Lines.Single().At), Is.EqualTo((From.AddMinutes(10), From.AddMinutes(10))));
    }

    [TestCase("exit 3", "the command ended with exit code 3")]
    [TestCase("sleep 60", "the command did not end in time")]
    [Platform(Exclude = "Win")]
    public async Task A_command_that_fails_is_the_reason(string script, string reason)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(script.StartsWith("sleep", StringComparison.Ordinal) ? 0.5 : 30));

        Assert.That((await ReadAsync(new() { Command = ["sh", "-c", script] }, cancellationToken: limit.Token)).Missing, Is.EqualTo($"the log of portal, sh, is missing: {reason}"));
    }

    [Test]
    public async Task A_program_that_is_not_there_is_the_reason() =>
        Assert.That((await ReadAsync(new() { Command = ["no-such-program-of-prober"] })).Missing, Does.EndWith("the command could not be started"));

    [Test]
    public async Task An_address_is_asked_for_the_window()
    {
        await using var server = await ServerAsync();

        var log = (await ReadAsync(new() { Url = server.Urls.First() + "/log?key=k1&from={from}&to={to}" })).Value!.Single();

        Assert.That(log.Lines.Single().Text, Is.EqualTo("WARN 2026-03-12T10:15:00.000Z 2026-03-12T10:15:05.000Z"));
        Assert.That(log.Source, Is.EqualTo("127.0.0.1"), "the query may hold a key");
    }

    [Test]
    public async Task An_address_that_refuses_is_the_reason()
    {
        await using var server = await ServerAsync();

        Assert.That((await ReadAsync(new() { Url = server.Urls.First() + "/none" })).Missing, Is.EqualTo("the log of portal, 127.0.0.1, is missing: the address answered 404"));
    }

    [Test]
    public async Task Only_the_end_of_a_long_log_is_kept()
    {
        using var stream = new MemoryStream([.. Enumerable.Repeat((byte)'a', 300_000), .. "end"u8]);

        var text = await LastBytes.ReadAsync(stream, 100_000, CancellationToken.None);

        Assert.That(text, Does.EndWith("aend").And.Length.LessThan(200_000).And.Length.GreaterThanOrEqualTo(100_000));
    }

    private static async Task<Captured<IReadOnlyList<ApplicationLog>>> ReadAsync(
        LogSource source, IReadOnlyDictionary<string, double>? skew = null, CancellationToken cancellationToken = default)
    {
        var tail = ApplicationLogTail.Start(Looks.Scenario(Looks.Settings with { Log = source }), From);
        return await tail.ReadAsync(From.AddSeconds(5), skew ?? new Dictionary<string, double>(), cancellationToken);
    }

    private static async Task<WebApplication> ServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapGet("/log", (HttpRequest request) => $"2026-03-12T10:15:01Z WARN {request.Query["from"]} {request.Query["to"]}\n");
        await server.StartAsync();
        return server;
    }
}
