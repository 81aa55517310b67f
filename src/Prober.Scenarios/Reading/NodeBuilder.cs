using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Prober.Scenarios.Reading;

/// <summary>Turns YamlDotNet's events into nodes; bounded, so that no file can make it slow or large.</summary>
internal sealed class NodeBuilder(IParser parser, string file)
{
    private const int DeepestNesting = 32;
    private const int MostNodes = 20_000;

    private readonly Dictionary<AnchorName, (StrictNode? Node, int Size)> _anchors = [];
    private int _count;

    public StrictNode ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) throw new InputFileException(new(file, 1, 1), "the file is empty.");
        parser.Consume<DocumentStart>();
        var root = Read("", 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw new InputFileException(At(second.Start), "a second document begins here; expected one document in a file.");
        return root is StrictScalar { IsMissing: true } ? throw new InputFileException(new(file, 1, 1), "the file is empty.") : root;
    }

    private StrictNode Read(string path, int depth)
    {
        if (parser.Accept<AnchorAlias>(out var alias)) return Resolve(alias, At(alias.Start));
        if (!parser.Accept<NodeEvent>(out var next)) throw new InputFileException(At(parser.Current!.Start), "expected a value.");
        var position = At(next.Start);
        if (depth > DeepestNesting) throw new InputFileException(position, $"nested more than {DeepestNesting} levels deep.");
        if (!next.Tag.IsEmpty && !next.Tag.IsNonSpecific)
            throw new InputFileException(position, "expected a value without a tag; a text that begins with ! needs quotes.");

        var before = _count;
        Count(1, position);
        if (!next.Anchor.IsEmpty) _anchors[next.Anchor] = (null, 0);
        StrictNode node = next switch
        {
            SequenceStart => ReadList(path, position, depth),
            MappingStart => ReadMap(path, position, depth),
            _ => ReadScalar(path),
        };
        if (!next.Anchor.IsEmpty) _anchors[next.Anchor] = (node, _count - before);
        return node;
    }

    // Aliases share one node, but whoever reads it walks it every time: what counts is the size after expansion.
    private StrictNode Resolve(AnchorAlias alias, FilePosition position)
    {
        parser.MoveNext();
        // Its name is not quoted: *s3cret without quotes is what a password looks like to somebody in a hurry.
        if (!_anchors.TryGetValue(alias.Value, out var anchor))
            throw new InputFileException(position, "this alias names no anchor that stands above it; a text that begins with * needs quotes.");
        if (anchor.Node is null) throw new InputFileException(position, "this alias stands inside what it names.");
        Count(anchor.Size, position);
        return anchor.Node;
    }

    private StrictList ReadList(string path, FilePosition position, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<StrictNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read($"{path}[{items.Count}]", depth + 1));
        return new StrictList(position, path, items);
    }

    private StrictMap ReadMap(string path, FilePosition position, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<StrictEntry>();
        var seen = new Dictionary<string, StrictScalar>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.Accept<Scalar>(out _)) throw new InputFileException(At(parser.Current!.Start), "expected a key that is a text.");
            var key = ReadScalar(path);
            if (seen.TryGetValue(key.Text, out var first))
                throw key.Error($"the key \"{key.Text}\" stands here a second time; the first is in line {first.Position.Line}.");
            seen.Add(key.Text, key);
            entries.Add(new StrictEntry(key, Place(Read(path.Length == 0 ? key.Text : $"{path}.{key.Text}", depth + 1), key)));
        }
        return new StrictMap(position, path, entries);
    }

    private StrictScalar ReadScalar(string path)
    {
        var scalar = parser.Consume<Scalar>();
        return new StrictScalar(At(scalar.Start), path, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    // A value that is not there has no place of its own: the parser names wherever it noticed.
    private static StrictNode Place(StrictNode value, StrictScalar key) =>
        value is StrictScalar { Plain: true, Text: "" } ? value with { Position = key.Position } : value;

    private void Count(int nodes, FilePosition position)
    {
        _count += nodes;
        if (_count > MostNodes) throw new InputFileException(position, $"more than {MostNodes} values, aliases expanded.");
    }

    private FilePosition At(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
