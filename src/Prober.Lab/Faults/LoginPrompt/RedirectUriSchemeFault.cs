using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The registered callback says https where Portal says http, or the other way round.</summary>
internal sealed class RedirectUriSchemeFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.RedirectUriScheme, "F06", "redirect-uri-scheme",
        "Portal's callback is registered with the other scheme, as behind a proxy that ends TLS.", "login-prompt-request-valid")
    {
        Reason = "scheme",
        MustNotFail = ["login-prompt-authorize-seen", "credentials-upstream-callback-url"],
    };

    public override RegisteredClient Register(RegisteredClient client) => client.Name == "Portal"
        ? client with { CallbackUrls = [.. client.CallbackUrls.Select(OtherScheme)] }
        : client;

    private static string OtherScheme(string url) =>
        url.StartsWith("https:", StringComparison.Ordinal) ? "http:" + url[6..] : "https:" + url[5..];
}
