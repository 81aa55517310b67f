using Prober.Scenarios;

namespace Prober.Browser.Configuration;

/// <summary>When a trace, screenshot or video is kept.</summary>
public enum RecordingMode
{
    Off,
    On,

    /// <summary>Recorded always, kept when the run did not pass.</summary>
    RetainOnFailure,
}

/// <summary>Size of the page in CSS pixels.</summary>
public sealed record ViewportSize(int Width, int Height);

/// <summary>A proxy between the browser and the world.</summary>
/// <param name="Server"><c>http://proxy.example.com:3128</c>, or <c>socks5://…</c>.</param>
/// <param name="Bypass">Hosts that are reached directly, separated by commas.</param>
/// <param name="Username">Null when the proxy asks for none.</param>
/// <param name="Password">Null when the proxy asks for none.</param>
public sealed record ProxySettings(string Server, string? Bypass, Secret? Username, Secret? Password);

/// <summary>A Playwright server to connect to; its address often carries a token.</summary>
public sealed record ConnectSettings(Secret WsEndpoint, TimeSpan Timeout, string? ExposeNetwork, IReadOnlyDictionary<string, Secret> Headers);

/// <summary>A form in which the report is written, and the file it goes to; null for the form's own default.</summary>
public sealed record ReporterSettings(string Name, string? OutputFile);

/// <summary>The settings of one named project: those of the file with the project's own on top.</summary>
public sealed record BrowserProject(string Name, BrowserSettings Settings);
