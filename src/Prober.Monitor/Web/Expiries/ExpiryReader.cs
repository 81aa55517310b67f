using System.Globalization;
using System.Text.Json;
using Prober.Checklist.Reports;
using Prober.Monitor.Bundles;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web.Expiries;

/// <summary>Reads what ends from the last report of each scenario: of certificates the first, and all that end within a month.</summary>
internal sealed class ExpiryReader(ScenarioShelf shelf, RunStore runs, BundleFiles bundles)
{
    private const string Certificates = "extra-tls-cert-forecast", Password = "credentials-password-expired";
    private const int RunsBack = 20;

    /// <summary>The next to end first; and the scenarios that no report can be read of, as none was walked or it is on another node.</summary>
    public async Task<(IReadOnlyList<Expiry> Expiries, IReadOnlyList<string> Unknown)> ReadAsync(CancellationToken cancellationToken)
    {
        var (expiries, unknown) = (new List<Expiry>(), new List<string>());
        foreach (var scenario in shelf.All)
        {
            var run = (await runs.LatestAsync(scenario.Name, RunsBack, cancellationToken)).FirstOrDefault(run => run is { State: RunState.Completed, HasEvidence: true });
            if (run is null || await ReportAsync(run, cancellationToken) is not { } report) unknown.Add(scenario.Name);
            else expiries.AddRange(Of(report, run));
        }

        return ([.. expiries.OrderBy(expiry => expiry.EndsAt ?? DateTimeOffset.MinValue).ThenBy(expiry => expiry.What, StringComparer.Ordinal)], unknown);
    }

    internal static IEnumerable<Expiry> Of(Report report, RunRecord run)
    {
        foreach (var pointer in report.Checks.Where(check => check.Id == Certificates).SelectMany(check => check.Evidence))
        {
            if (DateTimeOffset.TryParseExact(pointer.Value, "u", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end))
                yield return new(pointer.Field ?? "a certificate", end, run.Scenario, run.Id);
        }

        foreach (var check in report.Checks.Where(check => check is { Id: Password, Reason: "expiring" or "overdue" or "changed-on-the-way" or "expired" }))
            yield return new(check.Summary, null, run.Scenario, run.Id);
    }

    private async Task<Report?> ReportAsync(RunRecord run, CancellationToken cancellationToken)
    {
        try
        {
            if (await bundles.OpenAsync(run, "report.json", cancellationToken) is not { } file) return null;
            using var reader = new StreamReader(file);
            return ReportJson.Read(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException or JsonException or BucketException)
        {
            return null;
        }
    }
}
