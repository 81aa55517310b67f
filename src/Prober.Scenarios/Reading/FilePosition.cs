namespace Prober.Scenarios.Reading;

/// <summary>A place in a text file; line and column count from 1. Prints as <c>portal.yaml:12:5</c>, which editors and terminals link.</summary>
public readonly record struct FilePosition(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
