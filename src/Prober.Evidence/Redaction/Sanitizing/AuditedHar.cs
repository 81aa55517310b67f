using System.Text;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>Writes a HAR entry by entry and searches each piece for what must not be in it.</summary>
internal sealed class AuditedHar(Stream output, RedactionAudit audit)
{
    private readonly List<AuditHit> _leaks = [];
    private string _behind = "";
    private string _separator = "\n";

    public IReadOnlyList<AuditHit> Leaks => _leaks;

    /// <summary>Writes what stands before the entries and remembers what stands behind them.</summary>
    /// <param name="around">The file with an empty list, or whatever stood there, in the place of the entries.</param>
    public void Begin(JsonNode? around)
    {
        var place = $"@entries-{Guid.NewGuid():N}@";
        var list = HarSource.ListIn(around) ?? throw new InvalidOperationException("The list of entries was lost while cleaning what stands around it.");
        list.Of[list.Member] = new JsonArray(place);
        var text = Encoding.UTF8.GetString(JsonNodes.ToBytes(around));
        var at = text.IndexOf($"\"{place}\"", StringComparison.Ordinal);
        Put(Encoding.UTF8.GetBytes(text[..at]));
        _behind = text[(at + place.Length + 2)..];
    }

    public void Add(JsonNode? entry)
    {
        output.Write(Encoding.UTF8.GetBytes(_separator));
        Put(JsonNodes.ToBytes(entry));
        _separator = ",\n";
    }

    public void End() => Put(Encoding.UTF8.GetBytes(_behind));

    private void Put(byte[] bytes)
    {
        _leaks.AddRange(audit.Bytes("output", bytes, output.Position));
        output.Write(bytes);
    }
}
