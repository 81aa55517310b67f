using System.Text;
using NUnit.Framework;
using Prober.Analysis;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;
using Prober.Reporting;
using Prober.Scenarios;
using Prober.Tests.Evidence;
using Prober.Tests.Reporting;
using Prober.Tests.Scenarios;

namespace Prober.Tests.Hostile;

/// <summary>Whatever stands in a file: a result, or a refusal in the product's own words; nothing else, and no markup of a stranger's in a report.</summary>
public sealed class HostileInputTests
{
    private static readonly WitnessFiles NoFiles = new(null, null, null, null, [], null);

    [Test]
    public Task HAR_files_and_their_reports() => Campaign.RunAsync("har", 60, async bytes =>
    {
        try
        {
            using var file = new MemoryStream(bytes);
            var documents = await HarInput.ReadAsync("-", file, HarReadOptions.Default, null, CancellationToken.None);
            foreach (var document in documents)
                foreach (var login in await new HarAnalysis(NoFiles, null).AnalyzeAsync(document.Name, document.Log, CancellationToken.None))
                    foreach (var format in ReportFormats.Names) AssertIsHarmless(format, await Rendered.ByAsync(ReportFormats.Find(format), login.Report));
        }
        catch (HarFormatException refused)
        {
            Assert.That(refused.Message, Does.StartWith("standard input: "));
        }
    });

    [Test]
    public Task Sanitizing() => Campaign.RunAsync("har", 400, bytes =>
    {
        try
        {
            new HarSanitizer(new()).Sanitize(bytes, new MemoryStream());
        }
        catch (HarFormatException refused)
        {
            Assert.That(refused.Message, Does.Contain("line "));
        }

        return Task.CompletedTask;
    });

    [Test]
    public Task JWTs() => Campaign.RunAsync("jwt", 5000, bytes =>
    {
        var parts = JwtParts.Decode(Encoding.UTF8.GetString(bytes));
        Assert.That(parts.Error is not null || parts.IsEncrypted || parts.Claims is not null);
        return Task.CompletedTask;
    });

    [Test]
    public Task SAML_messages() => Campaign.RunAsync("saml", 3000, bytes =>
    {
        var message = SamlHarvest.Read(SamlCarrier.OfText(Encoding.UTF8.GetString(bytes), TestHar.Start), new(), SamlTrust.None);
        Assert.That(message.DecodeError is not null || message.Kind != SamlMessageKind.Unknown);
        return Task.CompletedTask;
    });

    [Test]
    public Task Cookies() => Campaign.RunAsync("cookies", 5000, bytes =>
    {
        var header = Encoding.UTF8.GetString(bytes);
        var cookie = SetCookie.Parse(header);
        _ = (cookie?.EndsAt(TestHar.Start), cookie?.DeletesAt(TestHar.Start), cookie?.Size, CookieHeader.Parse(header));
        return Task.CompletedTask;
    });

    [Test]
    public Task Scenario_files() => Campaign.RunAsync("scenario", 1500, bytes =>
    {
        try
        {
            ScenarioLoader.Parse(Encoding.UTF8.GetString(bytes), "portal.yaml", PortalScenario.Variables);
        }
        catch (ScenarioFileException refused)
        {
            Assert.That(refused.Message, Does.Match(@"^portal\.yaml:\d+:\d+: "));
        }

        return Task.CompletedTask;
    });

    [Test]
    public Task Packed_bundles() => Campaign.RunAsync("bundle-zip", 400, bytes =>
    {
        using var place = new UnpackingPlace(bytes);
        try
        {
            if (!PackedBundles.Is(place.Archive)) return Task.CompletedTask;
            foreach (var folder in PackedBundles.Unpack(place.Archive, place.Into)) BundleReader.Read(folder);
        }
        catch (Exception refused) when (refused is HarFormatException or BundleFormatException)
        {
            Assert.That(refused.Message, Does.Contain(".zip").Or.Contain(".json").Or.Contain(".har"));
        }

        Assert.That(place.Strays, Is.Empty);
        return Task.CompletedTask;
    });

    private static void AssertIsHarmless(string format, string text)
    {
        Assert.That(text, Does.Not.Contain("\u001b[31m"), format);
        if (format is "html" or "junit") Assert.That(text, Does.Not.Contain("<script>probe").And.Not.Contain("href=\"javascript:").IgnoreCase, format);
    }
}
