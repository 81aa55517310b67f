namespace Prober.Scenarios.Reading;

/// <summary>A piece of a YAML or JSON file together with where it stands.</summary>
/// <param name="Position">First character of the piece.</param>
/// <param name="Path">Keys that lead to it: <c>journey[2].sso.by</c>; empty for the whole file.</param>
public abstract record StrictNode(FilePosition Position, string Path)
{
    /// <summary>What stands here, as a message quotes it: as written, before variables are put in.</summary>
    public abstract string Describe();

    /// <summary>What stands here without its value, for fields that hold secrets.</summary>
    public abstract string DescribeKind();

    public InputFileException Error(string reason) =>
        new(Position, Path.Length == 0 ? reason : $"{Path}: {reason}");

    public InputFileException Unexpected(string expected) => Error($"expected {expected}, found {Describe()}.");

    public InputFileException UnexpectedSecret(string expected) => Error($"expected {expected}, found {DescribeKind()}.");
}

/// <summary>A list.</summary>
public sealed record StrictList(FilePosition Position, string Path, IReadOnlyList<StrictNode> Items) : StrictNode(Position, Path)
{
    public override string Describe() => "a list";

    public override string DescribeKind() => "a list";
}

/// <summary>Keys with values, in the order of the file; no key stands there twice.</summary>
public sealed record StrictMap(FilePosition Position, string Path, IReadOnlyList<StrictEntry> Entries) : StrictNode(Position, Path)
{
    public override string Describe() => Entries.Count == 0
        ? "no keys"
        : $"the {(Entries.Count == 1 ? "key" : "keys")} {Wording.And(Entries.Select(e => e.Key.Text))}";

    public override string DescribeKind() => "keys with values";
}

/// <summary>One key with its value.</summary>
public sealed record StrictEntry(StrictScalar Key, StrictNode Value);
