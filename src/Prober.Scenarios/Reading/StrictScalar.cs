using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading;

/// <summary>A single value.</summary>
/// <param name="Position">First character of the value.</param>
/// <param name="Path">Keys that lead to it.</param>
/// <param name="Text">As written, before variables are put in.</param>
/// <param name="Plain">True without quotes, where <c>true</c>, <c>12</c> and <c>null</c> are not text (YAML 1.2, core schema, 10.3.2).</param>
public sealed partial record StrictScalar(FilePosition Position, string Path, string Text, bool Plain) : StrictNode(Position, Path)
{
    private const int LongestQuote = 60;

    public bool IsMissing => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool IsFlag => Plain && Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    public bool IsNumber => Plain && Number().IsMatch(Text);

    public bool IsText => !IsMissing && !IsFlag && !IsNumber;

    public override string Describe() => this switch
    {
        { IsMissing: true } => "nothing",
        { IsFlag: true } => Text,
        { IsNumber: true } => $"the number {Text}",
        _ => $"\"{(Text.Length <= LongestQuote ? Text : Text[..LongestQuote] + "…").ReplaceLineEndings(" ")}\"",
    };

    public override string DescribeKind() => this switch
    {
        { IsMissing: true } => "nothing",
        { IsFlag: true } => "true or false",
        { IsNumber: true } => "a number",
        _ => "a text",
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$|^0[ox][0-9a-fA-F]+$|^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$")]
    private static partial Regex Number();
}
