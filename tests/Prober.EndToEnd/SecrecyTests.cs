using System.Net;
using System.Text;
using NUnit.Framework;
using Prober.Browser;
using Prober.Evidence;
using Prober.Lab;
using Prober.Reporting;
using Prober.Runs;
using Prober.Runs.Testimony;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>
/// Looks for the password, the cookies, the codes and the tokens of a real run in everything it leaves behind. Knows
/// nothing of how redaction works: secrets are read from the raw traffic, encodings are made here.
/// </summary>
public sealed class SecrecyTests
{
    [TestCase(LabScenario.ServerSide, LoginPage.IdentifierFirst)]
    [TestCase(LabScenario.BrowserApplication, LoginPage.Scripted)]
    [TestCase(LabScenario.ServerSide, LoginPage.PasswordInAddress)]
    public async Task No_secret_in_anything_that_is_kept(LabScenario scenario, LoginPage page)
    {
        var session = await TestBrowser.SessionAsync();
        await using var lab = await LabHost.StartAsync(new LabOptions { LoginPage = page }, CancellationToken.None);
        var loaded = DemoScenarios.Load(scenario, lab, fault: null);
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            using var testimony = ProviderTestimony.Begin(loaded, session, TimeProvider.System);
            var recorded = await new JourneyRecorder(session).RecordAsync(loaded, new RecordingOptions(), CancellationToken.None);
            recorded = await testimony.CompleteAsync(recorded, CancellationToken.None);
            var run = await RunPipeline.PublishAsync(recorded, loaded, new RunOutput(output.FullName) { Formats = ["junit", "markdown"] });
            Assert.That(run.Leaks, Is.Empty);

            var secrets = SecretsOf(recorded.Raw, loaded);
            Assert.That(secrets, Has.Count.GreaterThan(page is LoginPage.PasswordInAddress ? 2 : 8), "the raw traffic holds cookies, codes and tokens");
            var artefacts = Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(run.Folder, file), File.ReadAllBytes);
            artefacts["console"] = await ConsoleOfAsync(run);
            Assert.That(artefacts.Keys, Is.SupersetOf(new[] { "manifest.json", "traffic.har", "tokens.json", "observations.json", "idp-log.json", "report.html", "report.json", "report.xml", "report.md" }));
            Assert.That(Leaks(artefacts, secrets), Is.Empty);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Leaks(Dictionary<string, byte[]> artefacts, IReadOnlyDictionary<string, string> secrets) =>
        from artefact in artefacts
        from secret in secrets
        from encoding in Encodings(secret.Value)
        where artefact.Value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(encoding.Text)) >= 0
        select $"{secret.Key} in {artefact.Key} as {encoding.Name}";

    private static IEnumerable<(string Name, string Text)> Encodings(string secret)
    {
        yield return ("clear", secret);
        yield return ("percent", Uri.EscapeDataString(secret));
        yield return ("percent, lower case", WebUtility.UrlEncode(secret).ToLowerInvariant());
        yield return ("percent twice", Uri.EscapeDataString(Uri.EscapeDataString(secret)));
        yield return ("HTML", WebUtility.HtmlEncode(secret));
        yield return ("JSON", string.Concat(secret.Select(letter => $"\\u{(int)letter:x4}")));
        for (var offset = 0; offset < 3; offset++)
        {
            // The middle of the base64 text is the same whatever surrounds the secret; only its ends depend on the neighbours.
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + secret));
            var middle = base64[(offset == 0 ? 0 : 4)..^4];
            yield return ($"base64 at offset {offset}", middle);
            yield return ($"base64url at offset {offset}", middle.Replace('+', '-').Replace('/', '_'));
        }
    }

    private static Dictionary<string, string> SecretsOf(EvidenceBundle raw, Scenario scenario)
    {
        var secrets = new Dictionary<string, string> { ["password"] = scenario.Account.Password.Reveal(), ["management secret"] = scenario.Provider.Management!.ClientSecret!.Reveal() };
        foreach (var entry in raw.Traffic.Value!.Entries)
        {
            var parameters = Parameters(entry.Request.Uri?.Query).Concat(Parameters(entry.Request.PostData?.Text));
            foreach (var (name, value) in parameters.Where(pair => pair.Name is "code" or "state" or "nonce" or "code_verifier" or "password" or "id_token_hint"))
            {
                secrets[$"{name} of entry {entry.Index}"] = value;
            }

            foreach (var cookie in entry.Request.Headers.All("cookie").SelectMany(header => header.Split("; ")).Select(pair => pair.Split('=', 2)))
            {
                secrets[$"cookie {cookie[0]} of entry {entry.Index}"] = cookie[^1];
            }
        }

        foreach (var (token, index) in (raw.Tokens.Value ?? []).Select((token, index) => (token, index)).Where(pair => pair.token.Raw is not null))
        {
            secrets[$"token {index}"] = token.Raw!;
        }

        return secrets.Where(secret => secret.Value.Length >= 8).ToDictionary();
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string? form) =>
        (form ?? "").TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => (pair[0], WebUtility.UrlDecode(pair[1])));

    private static async Task<byte[]> ConsoleOfAsync(CompletedRun run)
    {
        using var text = new MemoryStream();
        await ReportFormats.Find("console").RenderAsync(run.Report, text, CancellationToken.None);
        return text.ToArray();
    }
}
