using System.Globalization;

namespace Prober.Checklist.Checks.Extra;

/// <summary>The clock of every host that takes part, against the browser's, so that "which machine is wrong?" has an answer.</summary>
public sealed class ClockSkewMap : Check
{
    /// <summary>Hosts this close to each other, in seconds, agree: a Date header has whole seconds.</summary>
    private const double Agreement = 3;

    public override CheckInfo Info { get; } = new(
        "extra-clock-skew-map", Stage.Extra, CheckClass.Mirror,
        "Do the clocks of browser, applications and providers agree?",
        "\"Token used too early\" comes in waves and never says whose clock is off.",
        "Let the host that is named keep time by NTP; a larger allowance in the library only hides it.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "a recording with response headers",
        References = ["RFC 9110 section 6.6.1", "OpenID Connect Core 1.0 section 3.1.3.7 rules 9 and 10"],
        Reasons = new Dictionary<string, string>
        {
            ["agree"] = "all clocks agree within the allowance",
            ["host-clock"] = "a host's clock is off",
            ["browser-clock"] = "all hosts agree with each other, and the browser's clock is off",
            ["no-dates"] = "no host said what time it has",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        var clocks = facts.ClockSkew
            .Where(clock => facts.ProviderHosts.Contains(clock.Key) || facts.UpstreamHosts.Contains(clock.Key) || facts.ApplicationHosts.Contains(clock.Key))
            .OrderBy(clock => clock.Key, StringComparer.Ordinal).ToList();
        if (clocks.Count == 0) return Finding.Inconclusive("no-dates", "No host of this login sent a Date header.");
        var table = string.Join(", ", clocks.Select(clock => $"{clock.Key} {Seconds(clock.Value)}"));
        var off = clocks.Where(clock => Math.Abs(clock.Value) > evidence.Expectations.Skew.TotalSeconds).ToList();
        if (off.Count == 0) return Finding.Pass("agree", $"Against the browser's clock: {table}.");
        var proof = off.Select(clock => Pointer(evidence, clock.Key, clock.Value)).ToList();
        return off.Count == clocks.Count && clocks.Count > 1 && clocks.Max(clock => clock.Value) - clocks.Min(clock => clock.Value) <= Agreement
            ? Finding.Warn("browser-clock", $"All hosts agree with each other, and the browser's own clock is off by {Seconds(-clocks[0].Value)}: {table}.", proof)
            : Finding.Warn("host-clock", $"The clock of {string.Join(" and ", off.Select(clock => clock.Key))} is off. Against the browser's clock: {table}.", proof);
    }

    private static EvidencePointer Pointer(EvidenceReader evidence, string host, double skew)
    {
        var entry = evidence.Traffic.Entries.First(entry => entry.Request.Uri?.Authority == host && entry.Response.Headers["date"] is not null);
        return EvidencePointer.Har(entry.Index, "response.header.date", $"{entry.Response.Headers["date"]} ({Seconds(skew)})");
    }

    private static string Seconds(double value) => Math.Round(value).ToString("+0;-0;±0", CultureInfo.InvariantCulture) + " s";
}
