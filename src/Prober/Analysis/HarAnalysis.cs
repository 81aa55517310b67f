using System.Runtime.CompilerServices;
using Prober.Browser.Recording;
using Prober.Checklist;
using Prober.Checklist.Inference;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Provider;
using Prober.Evidence.Redaction;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;

namespace Prober.Analysis;

/// <summary>
/// Puts the checklist to a HAR that a person sent: the same way as a live run goes, from raw evidence over redaction to the report, with nothing
/// asked of any network.
/// </summary>
/// <param name="witnesses">Files beside the HAR.</param>
/// <param name="expected">What a scenario says is right; null to infer it from the traffic.</param>
internal sealed class HarAnalysis(WitnessFiles witnesses, Expectations? expected)
{
    /// <summary>One analysis for each login in the file, in time order; one for a file without any.</summary>
    /// <param name="name">The file's name, as reports show it.</param>
    /// <param name="traffic">As read, raw.</param>
    /// <param name="cancellationToken">Ends it between two logins.</param>
    public async Task<IReadOnlyList<AnalyzedLogin>> AnalyzeAsync(string name, HarLog traffic, CancellationToken cancellationToken) =>
        await EachAsync(name, traffic, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The login that decides on a file: the last that failed, or the last.</summary>
    /// <inheritdoc cref="AnalyzeAsync(string, HarLog, CancellationToken)"/>
    public async Task<AnalyzedLogin> DecisiveAsync(string name, HarLog traffic, CancellationToken cancellationToken)
    {
        AnalyzedLogin? failed = null, last = null;
        await foreach (var login in EachAsync(name, traffic, cancellationToken))
        {
            last = login;
            if (login.Report.Verdict is Verdict.Fail or Verdict.Error) failed = login;
        }

        return failed ?? last!;
    }

    /// <summary>As <see cref="AnalyzeAsync(string, HarLog, CancellationToken)"/>, each when it is asked for: a large file holds thousands, which need not be held together.</summary>
    /// <inheritdoc cref="AnalyzeAsync(string, HarLog, CancellationToken)"/>
    public async IAsyncEnumerable<AnalyzedLogin> EachAsync(string name, HarLog traffic, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var attempts = LoginAttempts.Of(traffic);
        for (var number = 1; number <= attempts.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await AnalyzeAsync(name, attempts[number - 1], number, attempts.Count, cancellationToken);
        }
    }

    private async Task<AnalyzedLogin> AnalyzeAsync(string name, LoginAttempt attempt, int number, int count, CancellationToken cancellationToken)
    {
        var secrets = new KnownSecrets();
        var id = FileName.AsId(name) + (count > 1 ? $"-login-{number}" : "");
        var traffic = attempt.ReadTraffic();
        var raw = await RawAsync(traffic, Expectations(attempt, traffic), FileRun.Of(traffic, id, count > 1 ? $"{name}, login {number} of {count}" : name), cancellationToken);
        var evidence = new Redactor().Redact(raw, secrets);
        return new AnalyzedLogin(ChecklistRunner.Run(evidence), evidence, secrets);
    }

    private async Task<EvidenceBundle> RawAsync(HarLog traffic, Expectations expectations, RunInfo run, CancellationToken cancellationToken)
    {
        var metadata = PublishedInTraffic.Of(traffic, expectations.Provider.Hosts);
        var tokens = await TokenObserver.ObserveAsync(TokenHarvest.From(traffic), traffic, expectations, new JwksSignatureVerifier(metadata.Value), cancellationToken);
        return witnesses.Complete(new EvidenceBundle
        {
            Run = run,
            Expectations = expectations,
            Traffic = Captured.Of(traffic),
            Tokens = Captured.Of(tokens),
            Assertions = Captured.Of(SamlHarvest.From(traffic, expectations)),
            Pkce = PkceObserver.Observe(traffic),
            Provider = metadata,
        });
    }

    private Expectations Expectations(LoginAttempt attempt, HarLog traffic)
    {
        var inferred = expected is null ? ExpectationInference.Of(traffic) : WithHosts(expected, traffic);
        if (attempt.Because.Length == 0 && attempt.FirstEntry == 0) return inferred;
        var because = attempt.Because.Length > 0 ? attempt.Because : "it is the first of several logins in the file";
        return inferred with
        {
            Assumptions = [.. inferred.Assumptions, new("this login", $"begins at entry {attempt.FirstEntry} of the file; its own entries are counted from 0", because)],
        };
    }

    // A scenario says what is right; which phases were walked is not known of a file.
    private static Expectations WithHosts(Expectations given, HarLog traffic)
    {
        var hosts = given.Provider.Issuer is { } issuer && Uri.TryCreate(issuer, UriKind.Absolute, out var uri) ? given.Provider.Hosts.Append(uri.Authority) : given.Provider.Hosts;
        var seen = ExpectationInference.Of(traffic).Provider.Hosts;
        return given with { Journey = [], Prompt = ExpectedPrompt.Any, Provider = given.Provider with { Hosts = [.. hosts.Concat(given.Provider.Issuer is null ? seen : []).Distinct()] } };
    }
}
