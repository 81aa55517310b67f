using System.Text.Json.Nodes;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Makes a HAR safe to send and keeps it diagnosable: everything stays where it is, in the exporter's own shape; what is secret or personal
/// becomes a salted fingerprint, equal where it was equal. Two walks, one to collect what must not stay, one to replace it, then an audit.
/// </summary>
public sealed class HarSanitizer
{
    /// <summary>Member of <c>log</c>, or of a SAML-tracer export, that says what was done.</summary>
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
        return Sanitize(new StoredHar("", () => new MemoryStream(bytes, writable: false), _ => null), output, [], cancellationToken);
    }

    /// <summary>
    /// Sanitizes a file entry by entry, with no more of it in memory than one entry and the values to be replaced. Bodies that lie beside it are
    /// taken into the copy. Everything written is audited; with leaks in the result the output must not be kept.
    /// </summary>
    /// <param name="har">The original.</param>
    /// <param name="output">Where the copy goes.</param>
    /// <param name="signatures">What was observed of the original's signatures; the copy tells it under <see cref="Mark"/> in <c>signatures</c>.</param>
    /// <param name="cancellationToken">Looked at for every entry.</param>
    /// <exception cref="HarFormatException">It is no HAR, with the place; nothing was written then.</exception>
    /// <exception cref="InvalidDataException">What packs it is damaged.</exception>
    public SanitizeResult Sanitize(StoredHar har, Stream output, IReadOnlyList<ObservedSignature> signatures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(har);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(signatures);
        var source = new HarSource(har.Open);
        var bodies = new AttachedBodies(har.Attachment);
        var (secrets, around) = Collect(source, bodies, cancellationToken);
        var tally = new SanitizeTally();
        var mask = tally.Counting(_masks.Of);
        var scrubber = new SecretScrubber(new(secrets.Searched), mask);
        var passwords = new SecretScrubber(new(secrets.Searched.Where(secret => secret.Kind == SecretKind.Password)), mask);
        var emails = new EmailAddresses(mask);
        string Finish(string text) => emails.Rewrite(scrubber.Scrub(_masks.Challenges(text)));
        var rewriter = new HarNodeRewriter(new(mask, Finish, _options.KeptValues, passwords.Scrub), tally);
        var copy = new AuditedHar(output, new RedactionAudit(secrets));
        copy.Begin(Marked(rewriter.Rewrite(around, ""), new SignatureNotes(_masks.Of, Finish).Of(_options.KeepSecrets ? [] : signatures)));
        var entries = 0;
        source.Walk(
            entry =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                bodies.TakeIn(entry, tally);
                copy.Add(rewriter.Rewrite(entry, "entry"));
                entries++;
            },
            cancellationToken);
        copy.End();
        return new() { Entries = entries, Replacements = tally.Replacements, RemovedBodies = tally.RemovedBodies, Leaks = copy.Leaks };
    }

    private (KnownSecrets Secrets, JsonNode? Around) Collect(HarSource source, AttachedBodies bodies, CancellationToken cancellationToken)
    {
        var collector = new HarCollector(_options.KeptValues);
        var emails = new EmailAddresses(collector.Remember);
        var walk = new HarNodeRewriter(new(collector.Remember, emails.Rewrite, _options.KeptValues), new());
        var around = source.Walk(
            entry =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                bodies.TakeIn(entry, new());
                walk.Rewrite(entry, "entry");
                if ((entry as JsonObject)?["request"] is not JsonObject request) return;
                if (request["url"] is JsonValue url && url.GetValueKind() == System.Text.Json.JsonValueKind.String) collector.PublishUrl(url.GetValue<string>());
            },
            cancellationToken);
        walk.Rewrite(around, "");
        return (collector.Secrets(_options, _masks), around);
    }

    private JsonNode? Marked(JsonNode? rest, JsonArray signatures)
    {
        var (log, list) = HarSource.ListIn(rest) ?? default;
        if (log is null) return rest;
        log[Mark] = new JsonObject { ["by"] = "prober", ["equalityPreserved"] = true, ["personalKept"] = _options.KeepPersonal || _options.KeepSecrets, ["secretsKept"] = _options.KeepSecrets };
        if (signatures.Count > 0) log[Mark]!["signatures"] = signatures;
        // Only a HAR has a place for words.
        if (list == "entries" && (log["comment"] is not JsonValue said || said.ToString().Length == 0)) log["comment"] = _options.KeepSecrets ? "Passed through prober with --keep-secrets: holds live secrets." : Comment;
        return rest;
    }
}
