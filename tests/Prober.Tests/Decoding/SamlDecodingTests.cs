using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Commands;
using Prober.Decoding;
using Prober.Evidence.Saml;
using Prober.Tests.Checklist;
using Prober.Tests.Evidence;
using Prober.Tests.Evidence.Saml;
using Spectre.Console.Testing;

namespace Prober.Tests.Decoding;

/// <summary>What <c>prober decode</c> makes of a SAML message, whatever of it a person pastes.</summary>
public sealed class SamlDecodingTests
{
    private static readonly SignedResponse Response = new();

    private static IEnumerable<TestCaseData> Pasted()
    {
        var value = Response.Base64();
        yield return new TestCaseData(value).SetArgDisplayNames("bare value");
        yield return new TestCaseData(Uri.EscapeDataString(value)).SetArgDisplayNames("escaped value");
        yield return new TestCaseData($"SAMLResponse={Uri.EscapeDataString(value)}&RelayState=x").SetArgDisplayNames("form body");
        yield return new TestCaseData(Response.Xml()).SetArgDisplayNames("XML");
        yield return new TestCaseData($"https://portal.example/acs?SAMLResponse={SamlFlow.Deflated(Response.Xml())}").SetArgDisplayNames("whole address");
    }

    [TestCaseSource(nameof(Pasted))]
    public void Every_part_is_shown_with_what_it_means(string text)
    {
        Assert.That(SamlDecoding.IsMessage(text), Is.True);
        var console = new TestConsole().Width(200);

        new DecodedMessage(SamlHarvest.Read(SamlCarrier.OfText(text, TestHar.Start), new(), SamlTrust.None), TestHar.Start).Draw(console);

        Assert.That(console.Output, Does.Contain(SignedResponse.Provider).And.Contain("alice@example.com").And.Contain("Entity ID of who wrote it").And.Contain("2026-01-01 10:05:00 UTC"));
    }

    [Test]
    public void A_JWT_is_none() => Assert.That(SamlDecoding.IsMessage(TestTokens.Jwt("{\"sub\":\"1\"}")), Is.False);

    [TestCase(true, ExitCode.Success)]
    [TestCase(false, ExitCode.CheckFailed)]
    public async Task With_a_certificate_the_exit_code_is_the_verdict(bool right, int expected)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("prober-").FullName, "idp.pem");
        using var other = SignedResponse.Create(new(2034, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(file, (right ? SignedResponse.Certificate : other).ExportCertificatePem());

        var (code, output) = await RunAsync(Response.Base64(), new(file, null, null));

        Assert.That(code, Is.EqualTo(expected));
        Assert.That(JsonNode.Parse(output)!["parts"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public void A_file_that_is_no_certificate_is_a_usage_error()
    {
        var file = Path.GetTempFileName();

        Assert.That(() => new SamlTrustFiles(file, null, null).Read(), Throws.TypeOf<UsageException>().With.Message.Contain(file));
        Assert.That(() => new SamlTrustFiles(null, file + ".none", null).Read(), Throws.TypeOf<UsageException>());
    }

    [Test]
    public void What_steers_a_terminal_is_not_printed()
    {
        var console = new TestConsole().Width(200);

        new DecodedMessage(SamlHarvest.Read(SamlCarrier.OfText(Response.Xml().Replace("editors", "a\u009b31mb", StringComparison.Ordinal), TestHar.Start), new(), SamlTrust.None), TestHar.Start).Draw(console);

        Assert.That(console.Output, Does.Not.Contain("\u009b"));
    }

    private static async Task<(int Code, string Output)> RunAsync(string text, SamlTrustFiles files)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            return (await SamlDecoding.DecodeAsync(text, files, json: true, xml: false), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
