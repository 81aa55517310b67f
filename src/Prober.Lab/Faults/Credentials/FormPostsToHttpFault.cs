using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>Behind a proxy that ends TLS the provider believes to be at http, writes that into its form, and the browser will not send it.</summary>
internal sealed class FormPostsToHttpFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.FormPostsToHttp, "F31", "form-posts-to-http",
        "The login form's address is http on a page of https, and the browser refuses to send the password there.", "credentials-browser-console")
    {
        Reason = "navigation-blocked",
        MustNotFail = ["login-prompt-idp-available"],
        ScenarioTweak = "The browser needs LabHost.BrowserArguments, since the lab speaks https with a certificate of its own.",
    };

    public override LabOptions Prepare(LabOptions options) => options with { Https = true };

    public override LoginScreen LoginScreen { get; } = new InsecureFormScreen();
}
