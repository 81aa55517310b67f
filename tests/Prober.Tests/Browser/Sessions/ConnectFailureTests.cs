using NUnit.Framework;
using Prober.Browser.Sessions;

namespace Prober.Tests.Browser.Sessions;

/// <summary>Messages as Playwright 1.64 writes them.</summary>
public sealed class ConnectFailureTests
{
    [TestCase("WebSocket error: connect ECONNREFUSED 127.0.0.1:3000\nCall log:\n  - <ws connecting> ws://127.0.0.1:3000/secret\n", "refused the connection: it does not run, or listens on another port")]
    [TestCase("WebSocket error: wss://browsers.example.com/?token=secret 403 Forbidden\nCall log:", "answered 403, which is no Playwright server's welcome")]
    [TestCase("WebSocket error: ws://127.0.0.1:3000/secret 428 Precondition Required\n║ Playwright version mismatch: ║", "is of another version than this prober's Playwright; start the same one there")]
    [TestCase("Timeout 30000ms exceeded.\nCall log:\n  - <ws connecting> wss://browsers.example.com/?token=secret", "did not answer within 30 s")]
    [TestCase("Something about wss://browsers.example.com/?token=secret", "could not be connected to")]
    public void It_says_why_and_quotes_no_address(string message, string why) =>
        Assert.That(ConnectFailure.Describe(message, TimeSpan.FromSeconds(30)), Is.EqualTo($"the Playwright server of connectOptions {why}"));
}
