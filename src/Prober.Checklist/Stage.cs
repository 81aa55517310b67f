namespace Prober.Checklist;

/// <summary>The headings of the checklist, in its order: the order of the report and of the headline.</summary>
public enum Stage
{
    LoginPrompt,
    Credentials,
    Session,
    Logs,
    Profile,
    Token,
    Claims,
    Sso,
    AppLogs,
    Logout,
    Extra,
}
