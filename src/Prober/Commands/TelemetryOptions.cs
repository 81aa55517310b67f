using System.CommandLine;

namespace Prober.Commands;

/// <summary>Where <c>prober serve</c> sends metrics and traces by OTLP: <c>--otlp</c>, else OpenTelemetry's own variables, else nowhere.</summary>
internal static class TelemetryOptions
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT", ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private static readonly Option<string?> Otlp = new("--otlp")
    {
        Description = $"OTLP endpoint for metrics and traces, such as http://collector:4318 (default: {EndpointVariable}, else none).",
    };

    public static void AddTo(Command command) => command.Add(Otlp);

    /// <summary>The endpoint, and whether it speaks gRPC.</summary>
    /// <exception cref="UsageException">It is no address, or the protocol is not known.</exception>
    public static (Uri? Endpoint, bool IsGrpc) Read(ParseResult parsed, Func<string, string?> variable)
    {
        var isGrpc = variable(ProtocolVariable) switch
        {
            null or "" or "http/protobuf" => false,
            "grpc" => true,
            var other => throw new UsageException($"{ProtocolVariable}={other}: expected http/protobuf or grpc"),
        };
        var option = parsed.GetValue(Otlp);
        if ((option ?? variable(EndpointVariable)) is not { Length: > 0 } text) return (null, isGrpc);
        // What stands in front of an @ may be a password, so the address is not repeated.
        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint is { Scheme: "http" or "https", UserInfo: "" }
            ? (endpoint, isGrpc)
            : throw new UsageException($"{(option is null ? EndpointVariable : Otlp.Name)}: expected an address without user name and password such as http://collector:4318");
    }
}
