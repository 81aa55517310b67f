using Prober.Checklist.Facts;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>
/// Reads from the traffic of a file that came without a scenario who its applications and its identity provider are. It takes nothing for
/// right that a check then would confirm by it, and says of each assumption what it rests on.
/// </summary>
public static class ExpectationInference
{
    /// <summary>Expectations with their <see cref="Expectations.Assumptions"/>; nearly empty ones for a file without a login.</summary>
    public static Expectations Of(HarLog traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        var facts = FactsOf(traffic);
        var assumptions = new List<Assumption>();
        var provider = Provider(facts, traffic, assumptions);
        return new Expectations
        {
            Provider = provider,
            Applications = ApplicationInference.Of(facts, traffic, assumptions),
            Connection = Connection(facts, assumptions),
            // A person's browser may have been signed in already, and nobody says that a prompt was due.
            Prompt = ExpectedPrompt.Any,
            Assumptions = assumptions,
        };
    }

    internal static EvidenceFacts FactsOf(HarLog traffic) => new EvidenceReader(new EvidenceBundle
    {
        Run = FileRun.Of(traffic, "file", "file"),
        Expectations = new Expectations { Prompt = ExpectedPrompt.Any },
        Traffic = Captured.Of(traffic),
    }).Facts;

    private static ExpectedProvider Provider(EvidenceFacts facts, HarLog traffic, List<Assumption> assumptions)
    {
        var used = traffic.Entries.Select(entry => entry.Request.Uri?.Authority).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
        string[] hosts = [.. used.Where(facts.ProviderHosts.Contains)];
        string[] upstream = [.. facts.UpstreamHosts.Order(StringComparer.Ordinal)];
        if (hosts.Length > 0) assumptions.Add(new("identity provider", string.Join(", ", hosts), Because(facts)));
        if (upstream.Length > 0) assumptions.Add(new("upstream provider", string.Join(", ", upstream), "the identity provider itself sends the browser there to log in"));
        var vendor = VendorRecognition.Of(facts, traffic);
        if (vendor is { } recognised) assumptions.Add(new("product", recognised.Kind, recognised.Because));
        return new() { Kind = vendor?.Kind ?? "generic", Hosts = hosts, UpstreamHosts = upstream };
    }

    private static string Because(EvidenceFacts facts) => facts.Transactions.Count == 0 ? "a login page is there"
        : facts.Transactions.All(transaction => transaction.IsUnsolicited) ? "it posts an assertion to the application" : "authorization requests go there";

    private static string? Connection(EvidenceFacts facts, List<Assumption> assumptions)
    {
        List<string> named = [.. facts.Interactive.Select(transaction => transaction.Parameters.GetValueOrDefault("connection")).OfType<string>().Distinct()];
        if (named is not [var connection]) return null;
        assumptions.Add(new("connection", connection, "the authorization request names it"));
        return connection;
    }
}
