using System.Text;
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

    /// <summary>Sanitizes a whole file. The output must be readable, because it is audited; with leaks in the result it must not be kept.</summary>
    /// <exception cref="HarFormatException">It is no HAR, with the place.</exception>
    public SanitizeResult Sanitize(ReadOnlyMemory<byte> har, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var pieces = HarPieces.Of(HarPieces.ToUtf8(har));
        var entries = pieces.Where(piece => piece.IsEntry).ToList();
        var rest = JsonNodes.Parse([.. pieces.Where(piece => !piece.IsEntry).SelectMany((piece, index) => Between(piece.Bytes, index))]);
        var secrets = Collect(entries, rest, cancellationToken);
        var tally = new SanitizeTally();
        var audit = new RedactionAudit(secrets);
        var scrubber = new SecretScrubber(new(secrets.Searched), tally.Counting(_masks.Of));
        var mask = tally.Counting(_masks.Of);
        var emails = new EmailAddresses(mask);
        var rewriter = new HarNodeRewriter(new(mask, text => emails.Rewrite(scrubber.Scrub(_masks.Challenges(text))), _options.KeptValues), tally);
        var leaks = new List<AuditHit>();
        Write(output, Marked(rewriter.Rewrite(rest, "")), entries.Select(piece => JsonNodes.ToBytes(rewriter.Rewrite(JsonNodes.Parse(piece.Bytes.Span), "entry"))), bytes =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            leaks.AddRange(audit.Bytes("output", bytes, output.Position));
        });
        return new() { Entries = entries.Count, Replacements = tally.Replacements, RemovedBodies = tally.RemovedBodies, Leaks = leaks };
    }

    private KnownSecrets Collect(List<HarPiece> entries, JsonNode? rest, CancellationToken cancellationToken)
    {
        var collector = new HarCollector(_options.KeptValues);
        var emails = new EmailAddresses(collector.Remember);
        var walk = new HarNodeRewriter(new(collector.Remember, emails.Rewrite, _options.KeptValues), new());
        walk.Rewrite(rest, "");
        foreach (var piece in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = JsonNodes.Parse(piece.Bytes.Span);
            walk.Rewrite(node, "entry");
            if ((node as JsonObject)?["request"] is not JsonObject request) continue;
            if (request["url"] is JsonValue url && url.GetValueKind() == System.Text.Json.JsonValueKind.String) collector.PublishUrl(url.GetValue<string>());
        }

        return collector.Secrets(_options, _masks);
    }

    // Pieces stand around entries; what is left of the array is empty.
    private static ReadOnlySpan<byte> Trimmed(ReadOnlyMemory<byte> piece) => piece.Span.Trim(" \t\r\n,"u8);

    private static byte[] Between(ReadOnlyMemory<byte> piece, int index) => index == 0 ? piece.ToArray() : Trimmed(piece) is { Length: > 0 } text && text[0] is (byte)']' or (byte)'}' ? text.ToArray() : [];

    private JsonNode? Marked(JsonNode? rest)
    {
        if ((rest as JsonObject)?["log"] is not JsonObject log) return rest;
        log[Mark] = new JsonObject { ["by"] = "prober", ["equalityPreserved"] = true, ["personalKept"] = _options.KeepPersonal || _options.KeepSecrets, ["secretsKept"] = _options.KeepSecrets };
        if (log["comment"] is not JsonValue said || said.ToString().Length == 0) log["comment"] = _options.KeepSecrets ? "Passed through prober with --keep-secrets: holds live secrets." : Comment;
        return rest;
    }

    private static void Write(Stream output, JsonNode? rest, IEnumerable<byte[]> entries, Action<byte[]> audit)
    {
        var place = $"@entries-{Guid.NewGuid():N}@";
        if ((rest as JsonObject)?["log"] is JsonObject log) log["entries"] = new JsonArray(place);
        var text = Encoding.UTF8.GetString(JsonNodes.ToBytes(rest));
        var at = text.IndexOf($"\"{place}\"", StringComparison.Ordinal);
        Put(text[..at]);
        var separator = "\n";
        foreach (var entry in entries)
        {
            output.Write(Encoding.UTF8.GetBytes(separator));
            audit(entry);
            output.Write(entry);
            separator = ",\n";
        }

        Put(text[(at + place.Length + 2)..]);

        void Put(string part)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            audit(bytes);
            output.Write(bytes);
        }
    }
}
