using System.Net;
using System.Net.Sockets;
using System.Text;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Bundles;
using Prober.Evidence.Session;
using Prober.Lab;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>A target that takes the connection and never answers: the phase's budget ends it, the evidence is whole, and who was silent is named.</summary>
[NonParallelizable]
public sealed class SilentTargetTests
{
    [TestCase(false, "login-prompt-authorize-seen", "application-unreachable", FaultOwner.Network)]
    [TestCase(true, "login-prompt-idp-available", "timeout", FaultOwner.IdentityProvider)]
    public async Task Ends_with_its_budget_and_complete_evidence(bool applicationAnswers, string check, string reason, FaultOwner owner)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var silent = new Uri($"http://silent.localhost:{PortOf(listener)}/");
        using var redirecting = new TcpListener(IPAddress.Loopback, 0);
        redirecting.Start();
        var application = new Uri($"http://portal.localhost:{PortOf(redirecting)}/");
        var redirects = RedirectAsync(redirecting, $"{silent}authorize?client_id=portal&response_type=code&scope=openid&state=s1&nonce=n1&redirect_uri={Uri.EscapeDataString($"{application}callback")}");
        var session = await TestBrowser.SessionAsync();
        await using var lab = await LabHost.StartAsync(new LabOptions(), CancellationToken.None);
        var scenario = DemoScenarios.Load(LabScenario.ServerSide, lab, null);
        scenario = scenario with
        {
            Applications = scenario.Applications.ToDictionary(pair => pair.Key, pair => pair.Key == "portal" ? pair.Value with { Url = applicationAnswers ? application : silent } : pair.Value),
            Budgets = new Budgets { Action = TimeSpan.FromSeconds(2), Phase = TimeSpan.FromSeconds(3), Run = TimeSpan.FromSeconds(20) },
        };
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var run = await new RunPipeline(session).RunAsync(scenario, new RunOutput(output.FullName), null, CancellationToken.None);
            var evidence = BundleReader.Read(run.Folder);
            Assert.Multiple(() =>
            {
                Assert.That(evidence.Phases.Value![0].Outcome, Is.EqualTo(PhaseOutcome.TimedOut), Story.Of(run));
                Assert.That(evidence.Phases.Value.Skip(1).Select(phase => phase.Outcome), Is.All.EqualTo(PhaseOutcome.Skipped));
                Assert.That(evidence.Traffic.Value?.Entries.Last(entry => entry.Request.Url.StartsWith(silent.AbsoluteUri, StringComparison.Ordinal)).Response.Failure, Does.StartWith("TIMED_OUT, no answer within "), "the request that hangs is in the traffic");
                Assert.That((run.Report.Headline?.Check, run.Report.Headline?.Reason, run.Report.Fault), Is.EqualTo((check, reason, owner)), Story.Of(run));
                Assert.That(run.Report.Run.Duration, Is.LessThan(TimeSpan.FromSeconds(20)));
            });
        }
        finally
        {
            output.Delete(recursive: true);
            redirecting.Stop();
            await redirects;
        }
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task RedirectAsync(TcpListener listener, string target)
    {
        var answer = Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                if (await stream.ReadAsync(new byte[4096]) > 0) await stream.WriteAsync(answer);
            }
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException)
        {
            // Stopped with the test.
        }
    }
}
