namespace Prober.Checklist.Checks.Claims;

/// <summary>Which machine's clock is off, told from the Date headers of the hosts that took part. One second of resolution.</summary>
/// <param name="Machine">Who that is: a host, or the machine that drove the browser.</param>
/// <param name="Seconds">How far it is ahead of the others (negative: behind).</param>
/// <param name="Owner">Who has to act.</param>
/// <param name="IsBrowser">True when it is the browser's own machine.</param>
internal sealed record ClockOffset(string Machine, double Seconds, FaultOwner Owner, bool IsBrowser)
{
    /// <summary>Difference, in seconds, under which nobody is blamed.</summary>
    private const double Noticeable = 30;

    public string Sentence => $"The clock of {Machine} is {Math.Abs(Math.Round(Seconds)):0} s {(Seconds < 0 ? "behind" : "ahead")}.";

    public string Remedy => $"Enable time synchronisation (NTP) on {Machine}.";

    /// <summary>The clock that stands out, or null when all agree or none is known.</summary>
    public static ClockOffset? Find(EvidenceReader evidence)
    {
        if (!evidence.Bundle.Traffic.IsPresent)
            return null;
        var skew = evidence.Facts.ClockSkew;
        var provider = skew.Where(host => evidence.Facts.ProviderHosts.Contains(host.Key)).ToList();
        var applications = skew.Where(host => evidence.Facts.ApplicationHosts.Contains(host.Key)).ToList();
        if (provider.Count > 0 && applications.Count > 0 && AllAgree([.. provider, .. applications]))
            return new ClockOffset("the machine that drove the browser", -provider[0].Value, evidence.HasTabs ? FaultOwner.Prober : FaultOwner.Configuration, IsBrowser: true);
        return Worst(provider, FaultOwner.IdentityProvider) is { } own ? own : Worst(applications, FaultOwner.Application);
    }

    /// <summary>Every server agrees with every other, and none with the browser.</summary>
    private static bool AllAgree(IReadOnlyList<KeyValuePair<string, double>> hosts) =>
        hosts.All(host => Math.Abs(host.Value) > Noticeable) && hosts.Max(host => host.Value) - hosts.Min(host => host.Value) <= 5 &&
        hosts.Select(host => host.Key).Distinct().Count() > 1;

    private static ClockOffset? Worst(IReadOnlyList<KeyValuePair<string, double>> hosts, FaultOwner owner) =>
        hosts.Where(host => Math.Abs(host.Value) > Noticeable).OrderByDescending(host => Math.Abs(host.Value))
            .Select(host => new ClockOffset(host.Key, host.Value, owner, IsBrowser: false)).FirstOrDefault();
}
