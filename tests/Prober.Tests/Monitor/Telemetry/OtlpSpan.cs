namespace Prober.Tests.Monitor.Telemetry;

/// <summary>A span as opentelemetry/proto/trace/v1/trace.proto has it.</summary>
internal sealed record OtlpSpan(string Name, string Trace, string Id, string Parent, ulong Start, ulong End, IReadOnlyDictionary<string, string> Attributes)
{
    // ExportTraceServiceRequest.resource_spans 1, ResourceSpans.scope_spans 2, ScopeSpans.spans 2.
    public static IEnumerable<OtlpSpan> Of(byte[] body) => Protobuf.At(body, 1, 2, 2).Select(span => new OtlpSpan(
        Protobuf.Text(Protobuf.At(span, 5).Single()), Hex(span, 1), Hex(span, 2), Hex(span, 4), Number(span, 7), Number(span, 8),
        Protobuf.At(span, 9).ToDictionary(attribute => Protobuf.Text(Protobuf.At(attribute, 1).Single()), Value)));

    private static string Hex(ReadOnlyMemory<byte> span, int field) => string.Concat(Protobuf.At(span, field).Select(id => Convert.ToHexStringLower(id.Span)));

    private static ulong Number(ReadOnlyMemory<byte> span, int field) => Protobuf.Fields(span).First(each => each.Number == field).Varint;

    // AnyValue: string_value 1, int_value 3.
    private static string Value(ReadOnlyMemory<byte> attribute) =>
        Protobuf.Fields(Protobuf.At(attribute, 2).Single()).Select(value => value.Number == 1 ? Protobuf.Text(value.Value) : $"{value.Varint}").FirstOrDefault("");
}
