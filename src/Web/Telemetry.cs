using System.Diagnostics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
namespace Coxswain.Web;

/// <summary>Traces and measurements of requests, sent only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector. Without it nothing is measured and nothing leaves the machine.</summary>
internal static class Telemetry
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Addresses hold keys of records and one-time codes, and the rest says who asked: the route says enough.
    private static readonly string[] Unsent = ["url.path", "url.query", "url.full", "user_agent.original", "client.address", "client.port", "network.peer.address", "network.peer.port"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("coxswain", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(asked =>
            {
                asked.EnrichWithHttpRequest = (activity, _) => Strip(activity);
                asked.EnrichWithHttpResponse = (activity, _) => Strip(activity);
            }).AddOtlpExporter())
            .WithMetrics(measures => measures.AddAspNetCoreInstrumentation().AddOtlpExporter());
    }

    private static void Strip(Activity activity)
    {
        foreach (var tag in Unsent) activity.SetTag(tag, null);
    }
}
