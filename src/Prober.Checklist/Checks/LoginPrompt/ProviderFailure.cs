using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>One exchange with a provider that was not answered, or answered by a server error.</summary>
internal sealed record ProviderFailure(HarEntry Entry, string Reason, string What)
{
    public string Host => Entry.Request.Uri?.Authority ?? "";

    public EvidencePointer Pointer => Entry.Response.Status > 0
        ? EvidencePointer.Har(Entry.Index, "response.status", $"{Entry.Response.Status}")
        : EvidencePointer.Har(Entry.Index, "response.failure", Entry.Response.Failure);

    public string Advice => Reason switch
    {
        "dns" => "Check the name and the resolver.",
        "tls" => "Check the certificate's dates, names and intermediates.",
        "proxy" => "Check the proxy's rules.",
        "rate-limited" => "Wait, honour Retry-After, and probe less often.",
        "server-error" => "Read the provider's own log and status page.",
        _ => "Check the service, its firewall and its load balancer.",
    };

    public static ProviderFailure Of(ReturnedError error)
    {
        var status = error.Entry.Response.Status;
        if (error.Code.StartsWith("network-", StringComparison.Ordinal))
            return new(error.Entry, error.Code["network-".Length..], $"did not answer ({error.Description})");
        if (error.Code == "network")
            return new(error.Entry, NetworkFailure.Outage(error.Description) ?? "connect", $"did not answer ({error.Description})");
        if (error.Where is ErrorPlace.Callback)
            return new(error.Entry, "server-error", $"returned {error.Code}{(error.Description is { } text ? $" ({text})" : "")}");
        return new(error.Entry, status == 429 ? "rate-limited" : "server-error", $"answered {status}");
    }

    public static ProviderFailure? OfKeys(HarEntry entry) =>
        entry.Response.Status >= 500 ? new(entry, "keys-unavailable", $"answered {entry.Response.Status} for its signing keys")
        : entry.Response.Status == 0 && NetworkFailure.Outage(entry.Response.Failure) is not null
            ? new(entry, "keys-unavailable", $"did not answer for its signing keys ({entry.Response.Failure})")
        : null;
}
