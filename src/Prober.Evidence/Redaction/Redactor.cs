using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Makes evidence safe to keep and to send. Secrets become fingerprints with a salt of this redactor alone, so that "is it the same
/// value?" still has an answer within the run and nobody can try values; passwords and one-time codes vanish; tokens lose signature and
/// personal values. Questions that only raw values can answer are answered first.
/// </summary>
public sealed class Redactor
{
    private readonly Masks _masks;

    /// <summary>A redactor for one run.</summary>
    public Redactor()
        : this(new Fingerprint())
    {
    }

    public Redactor(Fingerprint fingerprint) => _masks = new(fingerprint);

    /// <summary>The redacted evidence. Everything sensitive that was seen is added to <paramref name="secrets"/>, for the audit of what is written.</summary>
    public EvidenceBundle Redact(EvidenceBundle raw, KnownSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(raw);
        SecretCollector.Collect(raw, secrets);
        var scrubber = new SecretScrubber(new(secrets.Searched), _masks.Of);
        var rewriter = new EvidenceRewriter(_masks.Of, scrubber.Scrub, raw.Expectations.Groups.ToHashSet(StringComparer.Ordinal));
        return rewriter.Rewrite(raw) with { Pkce = raw.Pkce.Count == 0 && raw.Traffic.Value is { } traffic ? PkceObserver.Observe(traffic) : raw.Pkce };
    }

    /// <summary>One text outside the bundle (an exception's message, a line of progress), with every known secret masked.</summary>
    public string Redact(string text, KnownSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return new SecretScrubber(new(secrets.Searched), _masks.Of).Scrub(new TextRewriter(_masks.Of).Rewrite(text));
    }
}
