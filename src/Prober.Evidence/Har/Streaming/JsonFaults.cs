namespace Prober.Evidence.Har.Streaming;

/// <summary>What is said of text that is no JSON, with the place on which the window stands.</summary>
internal static class JsonFaults
{
    public static HarFormatException Ended(ByteWindow window) => Of(window, "the file ends in the middle of the JSON", atEnd: true);

    public static HarFormatException Unexpected(ByteWindow window, string expected) => Of(window, expected, atEnd: false);

    private static HarFormatException Of(ByteWindow window, string expected, bool atEnd)
    {
        var (line, column) = window.Place;
        return new HarFormatException($"malformed JSON ({expected})", line, column, window.Position) { IsAtEnd = atEnd };
    }
}
