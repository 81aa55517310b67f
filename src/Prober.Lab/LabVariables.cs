using Prober.Lab.Mail;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Management;

namespace Prober.Lab;

/// <summary>The names under which scenario files find a running lab.</summary>
internal static class LabVariables
{
    public static IReadOnlyDictionary<string, string> For(LabLayout layout, Tenant tenant, LabLogs logs)
    {
        var visitor = layout.Options.LoginPage is LoginPage.MisleadingError ? LabUsers.Lou : layout.Fault.Visitor;
        return new Dictionary<string, string>
        {
            ["PROBER_LAB_ISSUER"] = layout.IdentityProvider.Address.ToString(),
            ["PROBER_LAB_PORTAL"] = layout.Portal.Address.ToString(),
            ["PROBER_LAB_BILLING"] = layout.Billing.Address.ToString(),
            ["PROBER_LAB_NOTES"] = layout.Notes.Address.ToString(),
            ["PROBER_LAB_LEDGER"] = layout.Ledger.Address.ToString(),
            ["PROBER_LAB_ARCHIVE"] = layout.Archive.Address.ToString(),
            ["PROBER_LAB_NEUTRAL"] = layout.Neutral.Address.ToString(),
            ["PROBER_LAB_MAIL"] = new Uri(layout.Neutral.Address, MailPage.Path).ToString(),
            ["PROBER_LAB_USER"] = visitor.Username,
            ["PROBER_LAB_PASSWORD"] = visitor.Password,
            ["PROBER_LAB_MANAGEMENT_CLIENT"] = ManagementClient.ClientId,
            ["PROBER_LAB_MANAGEMENT_SECRET"] = tenant.Management.Secret,
            ["PROBER_LAB_UPSTREAM"] = layout.Upstream.Address.ToString(),
            ["PROBER_LAB_UPSTREAM_HOST"] = layout.Upstream.Address.Authority,
            ["PROBER_LAB_UPSTREAM_USER"] = LabUsers.Uma.Username,
            ["PROBER_LAB_UPSTREAM_PASSWORD"] = LabUsers.Uma.Password,
            ["PROBER_LAB_PROVIDER_LOG"] = logs.Provider.Path,
            ["PROBER_LAB_PORTAL_LOG"] = logs.Portal.Path,
            ["PROBER_LAB_BILLING_LOG"] = logs.Billing.Path,
            ["PROBER_LAB_LEDGER_LOG"] = logs.Ledger.Path,
            ["PROBER_LAB_ARCHIVE_LOG"] = logs.Archive.Path,
            ["PROBER_LAB_NOTES_LOG"] = logs.Notes.Path,
        };
    }
}
