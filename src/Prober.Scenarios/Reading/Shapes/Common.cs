namespace Prober.Scenarios.Reading.Shapes;

/// <summary>Shapes without settings of their own, shared by all files.</summary>
public static class Common
{
    public static TextShape Text { get; } = new();

    public static FlagShape Flag { get; } = new();

    public static DurationShape Duration { get; } = new();

    /// <summary>An address kept as written.</summary>
    public static WebAddressShape Address { get; } = new();

    /// <summary>An address to open.</summary>
    public static Shape<Uri> Url { get; } = Address.As(text => new Uri(text));

    public static RegularExpressionShape RegularExpression { get; } = new();

    public static ListShape<string> Texts { get; } = new(Text, "texts");

    /// <summary>Words that stand for themselves.</summary>
    public static ChoiceShape<string> OneOf(params string[] words) => new(
        new OrderedDictionary<string, string>(words.Select(word => KeyValuePair.Create(word, word))));
}
