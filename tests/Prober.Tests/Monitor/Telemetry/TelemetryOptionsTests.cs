using System.CommandLine;
using NUnit.Framework;
using Prober.Commands;

namespace Prober.Tests.Monitor.Telemetry;

public sealed class TelemetryOptionsTests
{
    [TestCase("", "", "", null, false)]
    [TestCase("--otlp http://collector:4318", "", "", "http://collector:4318/", false)]
    [TestCase("--otlp http://collector:4317", "http://elsewhere:4318", "grpc", "http://collector:4317/", true)]
    [TestCase("", "https://collector:4317", "grpc", "https://collector:4317/", true)]
    [TestCase("", "https://collector/base", "http/protobuf", "https://collector/base", false)]
    public void The_option_goes_before_the_variable(string arguments, string endpoint, string protocol, string? address, bool isGrpc) =>
        Assert.That(Read(arguments, endpoint, protocol), Is.EqualTo((address is null ? null : new Uri(address), isGrpc)));

    [TestCase("--otlp collector:4318", "", "", "--otlp: expected an address without user name and password such as http://collector:4318")]
    [TestCase("", "http://user:secret@collector", "", "OTEL_EXPORTER_OTLP_ENDPOINT: expected an address without user name and password such as http://collector:4318")]
    [TestCase("--otlp http://collector:4318", "", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL=http/json: expected http/protobuf or grpc")]
    public void What_is_none_is_refused_and_a_password_not_repeated(string arguments, string endpoint, string protocol, string message) =>
        Assert.That(() => Read(arguments, endpoint, protocol), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    private static (Uri? Endpoint, bool IsGrpc) Read(string arguments, string endpoint, string protocol)
    {
        var command = new Command("serve");
        TelemetryOptions.AddTo(command);
        return TelemetryOptions.Read(command.Parse(arguments), name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? endpoint : protocol);
    }
}
