using System.Text.Json;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Walks an archive down to its entries and reads one after the other. A cut file gives what stands before the cut.</summary>
internal sealed class HarLogParser
{
    /// <summary>So many times the entries that are held are very many.</summary>
    private const int ManyMore = 3;

    private readonly HarReadOptions _options;
    private readonly HarReadTally _tally = new();
    private readonly StringPool _pool = new();
    private readonly HarEntryParser _entryParser;
    private readonly SamlTracerParser _tracerParser;
    private readonly List<HarEntry> _entries = [];
    private readonly List<EntryPlace> _places = [];
    private (string? Name, string? Version) _creator;
    private string? _browser;
    private bool _hasEntries;
    private HarReadReport? _report;
    private IReadOnlyDictionary<string, SignatureNote> _signatures = HarLog.NoSignatureNotes;

    public HarLogParser(HarReadOptions options)
    {
        _options = options;
        _entryParser = new HarEntryParser(options, _tally, _pool);
        _tracerParser = new SamlTracerParser(_tally, _pool);
    }

    /// <exception cref="HarFormatException">It is no HAR, or it is cut before the end of its first entry.</exception>
    public HarLog Read(JsonStreamReader json)
    {
        try
        {
            ReadFile(json);
        }
        catch (HarFormatException cut) when (cut.IsAtEnd && _entries.Count > 0)
        {
            _tally.Truncated = true;
        }
        catch (JsonException broken)
        {
            throw json.Unexpected($"\"_prober\" is not this program's: {broken.GetType().Name}");
        }

        _tally.EncodingRepaired |= json.Repaired;
        return Build();
    }

    private void ReadFile(JsonStreamReader json)
    {
        if (!json.BeginObject()) throw json.Refused("expected an object with a member \"log\"");
        var hasLog = false;
        while (json.NextMember())
        {
            if (json.Is("log"u8))
            {
                if (!json.BeginObject()) throw json.Refused("expected \"log\" to be an object");
                ReadLog(json);
                hasLog = true;
            }
            else if (json.Is("requests"u8) && !hasLog && json.Peek() == '[')
            {
                ReadEntries(json, _tracerParser.Read, mayStay: false);
                _creator = (SamlTracerParser.Creator, null);
                hasLog = true;
            }
            else if (json.Is("_sanitized"u8)) Marked(HarSanitizedField.Read(json));
            else json.SkipValue();
        }

        if (!json.IsAtEnd()) throw json.Refused("expected nothing behind the outermost object");
        if (!hasLog) throw json.Refused("expected a member \"log\" in the outermost object");
        if (!_hasEntries) throw json.Refused("expected a member \"entries\" in \"log\"");
    }

    private void ReadLog(JsonStreamReader json)
    {
        while (json.NextMember())
        {
            if (json.Is("entries"u8)) ReadEntries(json, _entryParser.Read, mayStay: _options is { File: not null, HeldEntries: > 0 });
            else if (json.Is("creator"u8)) _creator = ReadTool(json);
            else if (json.Is("browser"u8)) _browser = ReadTool(json) is var (name, version) ? Join(name, version) : null;
            else if (json.Is("_prober"u8)) _report = HarProberField.Read(json);
            else if (json.Is("_sanitized"u8)) Marked(HarSanitizedField.Read(json));
            else json.SkipValue();
        }
    }

    private void Marked(HarSanitizedField mark)
    {
        _tally.Sanitized |= mark.Sanitized;
        if (mark.Signatures.Count > 0) _signatures = mark.Signatures;
    }

    private void ReadEntries(JsonStreamReader json, Func<JsonStreamReader, HarEntry?> read, bool mayStay)
    {
        _hasEntries = true;
        if (!json.BeginArray())
        {
            if (json.Peek() != 'n') throw json.Refused("expected \"entries\" to be an array");
            json.SkipValue();
            return;
        }

        EntryIndexer? indexer = null;
        while (json.NextElement())
        {
            if (indexer is null && mayStay && _entries.Count == _options.HeldEntries && HasManyMore(json)) indexer = new EntryIndexer(_tally, _entries[^1].StartedAt);
            if (indexer is null)
            {
                if (read(json) is { } entry) _entries.Add(entry);
            }
            else if (indexer.Read(json) is { } place) _places.Add(place);

            if (_entries.Count + _places.Count > _options.MostEntries) throw json.Refused($"expected no more than {_options.MostEntries} entries");
        }
    }

    // What a file of such entries would hold is told by the first of them: one that has few, each with a long body, is held.
    private bool HasManyMore(JsonStreamReader json) => new FileInfo(_options.File!).Length / Math.Max(1, json.Window.Position) >= ManyMore;

    private static (string? Name, string? Version) ReadTool(JsonStreamReader json)
    {
        if (!json.BeginObject()) return (json.Text(), null);
        string? name = null, version = null;
        while (json.NextMember())
        {
            if (json.Is("name"u8)) name = json.Text();
            else if (json.Is("version"u8)) version = json.Text();
            else json.SkipValue();
        }

        return (name, version);
    }

    private static string? Join(string? name, string? version) =>
        string.IsNullOrWhiteSpace(version) || name is null ? name : $"{name} {version}";

    private HarLog Build()
    {
        var entries = _places.Count > 0 ? Stored() : Held();
        return new HarLog
        {
            Creator = _creator.Name ?? "",
            CreatorVersion = _creator.Version,
            Browser = _browser,
            Entries = entries,
            // What a former reader wrote down says nothing of what came later: a cut, or a cleaning.
            Report = _report is { } written ? written with { Truncated = written.Truncated || _tally.Truncated, Sanitized = written.Sanitized || _tally.Sanitized } : _tally.ToReport(),
            SignatureNotes = _signatures,
        };
    }

    private StoredEntries Stored()
    {
        var entries = new StoredEntries(_options, _pool, _entries, _places);
        _tally.Reordered = entries.IsReordered;
        return entries;
    }

    private IReadOnlyList<HarEntry> Held()
    {
        for (var i = 1; i < _entries.Count && !_tally.Reordered; i++) _tally.Reordered = _entries[i].StartedAt < _entries[i - 1].StartedAt;
        var ordered = _tally.Reordered ? _entries.OrderBy(entry => entry.StartedAt) : _entries.AsEnumerable();
        return [.. ordered.Select((entry, index) => entry.Index == index ? entry : entry with { Index = index })];
    }
}
