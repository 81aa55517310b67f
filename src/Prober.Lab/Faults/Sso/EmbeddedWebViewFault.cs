namespace Prober.Lab;

/// <summary>Nothing in the lab is broken; the browser is one that an application embeds.</summary>
internal sealed class EmbeddedWebViewFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.EmbeddedWebView, "F107", "embedded-web-view",
        "A mobile application opens the login in a web view of its own instead of the system's browser.", "sso-mobile-browser-flow")
    {
        Reason = "web-view",
        MustNotFail = ["sso-prompt-param"],
        UserAgent = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36",
    };
}
