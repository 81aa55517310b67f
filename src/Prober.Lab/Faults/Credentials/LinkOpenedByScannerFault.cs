namespace Prober.Lab;

/// <summary>A mail gateway opens every link to look for malware, and a link for one login is spent before the person sees it.</summary>
internal sealed class LinkOpenedByScannerFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LinkOpenedByScanner, "F36", "link-opened-by-scanner",
        "A mail scanner opens the one-time link before the person does, who is told that it was used already.", "credentials-passwordless-delivery")
    {
        Reason = "already-used",
        MustNotFail = ["token-state-roundtrip"],
        Scenario = LabScenario.Passwordless,
    };

    public override string? MailScanner => "Mozilla/5.0 (compatible; MailGateway-LinkScan/4.2)";
}
