using System.Text.Json.Nodes;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Makes a HAR safe to send and keeps it diagnosable: everything stays where it is, in the exporter's own shape; what is secret or personal
/// becomes a salted fingerprint, equal where it was equal. Two walks, one to collect what must not stay, one to replace it, then an audit.
/// </summary>
public sealed class HarSanitizer
{
    /// <summary>Member of <c>log</c> that says what was done.</summary>
    public const string Mark = "_sanitized";

    private const string Comment = "Sanitized by prober: fp_… and ~personal-…~ stand for values, equal ones for equal values; passwords are ***.";

    private readonly SanitizeOptions _options;
    private readonly SanitizingMasks _masks;

    public HarSanitizer(SanitizeOptions options)
        : this(options, new Fingerprint())
    {
    }

    public HarSanitizer(SanitizeOptions options, Fingerprint fingerprint) => (_options, _masks) = (options, new(fingerprint, options));

    /// <summary>Sanitizes a whole file that is in memory; see the other overload.</summary>
    public SanitizeResult Sanitize(ReadOnlyMemory<byte> har, Stream output, CancellationToken cancellationToken = default)
    {
        var bytes = har.ToArray();
        return Sanitize(() => new MemoryStream(bytes, writable: false), output, cancellationToken);
    }

    /// <summary>
    /// Sanitizes a file entry by entry, with no more of it in memory than one entry and the values to be replaced. Everything written is
    /// audited; with leaks in the result the output must not be kept.
    /// </summary>
    /// <param name="open">Opens the file anew, at its beginning; called for each walk.</param>
    /// <exception cref="HarFormatException">It is no HAR, with the place; nothing was written then.</exception>
    public SanitizeResult Sanitize(Func<Stream> open, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(output);
        var source = new HarSource(open);
        var (secrets, around) = Collect(source, cancellationToken);
        var tally = new SanitizeTally();
        var mask = tally.Counting(_masks.Of);
        var scrubber = new SecretScrubber(new(secrets.Searched), mask);
        var emails = new EmailAddresses(mask);
        var rewriter = new HarNodeRewriter(new(mask, text => emails.Rewrite(scrubber.Scrub(_masks.Challenges(text))), _options.KeptValues), tally);
        var copy = new AuditedHar(output, new RedactionAudit(secrets));
        copy.Begin(Marked(rewriter.Rewrite(around, "")));
        var entries = 0;
        source.Walk(
            entry =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                copy.Add(rewriter.Rewrite(entry, "entry"));
                entries++;
            },
            cancellationToken);
        copy.End();
        return new() { Entries = entries, Replacements = tally.Replacements, RemovedBodies = tally.RemovedBodies, Leaks = copy.Leaks };
    }

    private (KnownSecrets Secrets, JsonNode? Around) Collect(HarSource source, CancellationToken cancellationToken)
    {
        var collector = new HarCollector(_options.KeptValues);
        var emails = new EmailAddresses(collector.Remember);
        var walk = new HarNodeRewriter(new(collector.Remember, emails.Rewrite, _options.KeptValues), new());
        var around = source.Walk(
            entry =>
            {
                walk.Rewrite(entry, "entry");
                if ((entry as JsonObject)?["request"] is not JsonObject request) return;
                if (request["url"] is JsonValue url && url.GetValueKind() == System.Text.Json.JsonValueKind.String) collector.PublishUrl(url.GetValue<string>());
            },
            cancellationToken);
        walk.Rewrite(around, "");
        return (collector.Secrets(_options, _masks), around);
    }

    private JsonNode? Marked(JsonNode? rest)
    {
        if ((rest as JsonObject)?["log"] is not JsonObject log) return rest;
        log[Mark] = new JsonObject { ["by"] = "prober", ["equalityPreserved"] = true, ["personalKept"] = _options.KeepPersonal || _options.KeepSecrets, ["secretsKept"] = _options.KeepSecrets };
        if (log["comment"] is not JsonValue said || said.ToString().Length == 0) log["comment"] = _options.KeepSecrets ? "Passed through prober with --keep-secrets: holds live secrets." : Comment;
        return rest;
    }
}
