using System.Text;

namespace Prober.Tests.Monitor.Telemetry;

/// <summary>The fields of a protobuf message, as far as OTLP uses them: varints, 64 bits, and what has a length.</summary>
internal static class Protobuf
{
    public static IEnumerable<(int Number, ReadOnlyMemory<byte> Value, ulong Varint)> Fields(ReadOnlyMemory<byte> message)
    {
        var at = 0;
        while (at < message.Length)
        {
            var key = Varint(message.Span, ref at);
            switch (key & 7)
            {
                case 0:
                    yield return ((int)(key >> 3), default, Varint(message.Span, ref at));
                    break;
                case 1:
                    yield return ((int)(key >> 3), default, BitConverter.ToUInt64(message.Span.Slice(at, 8)));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message.Span, ref at);
                    yield return ((int)(key >> 3), message.Slice(at, length), 0);
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new FormatException($"wire type {key & 7}");
            }
        }
    }

    /// <summary>What a path of field numbers leads to.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> At(ReadOnlyMemory<byte> message, params int[] path) => path.Aggregate(
        Enumerable.Repeat(message, 1), (messages, number) => messages.SelectMany(each => Fields(each).Where(field => field.Number == number).Select(field => field.Value)));

    public static string Text(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span);

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }
}
