using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Prober.Monitor.Metrics;
using Prober.Monitor.Runs;

namespace Prober.Monitor.Telemetry;

/// <summary>Metrics for Prometheus always; metrics and traces by OTLP where it was told an endpoint. Nothing is sent to anybody otherwise.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services, MonitorOptions options)
    {
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("prober", serviceInstanceId: options.Node))
            .WithMetrics(metrics => metrics.AddMeter(MonitorMetrics.MeterName).AddPrometheusExporter());
        if (options.Otlp is not { } endpoint) return;
        services.AddSingleton<IRunListener, RunTraces>();
        // Headers, time-outs and intervals are the exporter's own OTEL_… variables.
        telemetry.WithTracing(traces => traces.AddSource(RunTraces.SourceName)).UseOtlpExporter(options.OtlpIsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf, endpoint);
    }
}
