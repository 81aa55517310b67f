using System.Text;

namespace Prober.Checklist;

/// <summary>Writes the documentation of all checks (<c>CHECKS.md</c>) from their metadata, so that the two cannot differ.</summary>
public static class CheckDocumentation
{
    private static readonly (Stage Stage, string Title)[] Titles =
    [
        (Stage.LoginPrompt, "Is the user prompted for login credentials?"),
        (Stage.Credentials, "Is an error shown after entering credentials?"),
        (Stage.Session, "Is a login session established?"),
        (Stage.Logs, "Is there an entry in the identity provider's log?"),
        (Stage.Profile, "Is the user's profile complete?"),
        (Stage.Token, "Does a token or assertion reach the application?"),
        (Stage.Claims, "Does the token or assertion say what it should?"),
        (Stage.Sso, "Does single sign-on reach the second application?"),
        (Stage.AppLogs, "What do the application's logs say?"),
        (Stage.Logout, "Is everybody really out after logout?"),
        (Stage.Extra, "Beyond the checklist"),
    ];

    /// <summary>The heading of a stage, as a person asks it.</summary>
    public static string Title(Stage stage) => Titles.Single(entry => entry.Stage == stage).Title;

    /// <summary>The whole document in Markdown.</summary>
    public static string Markdown(IReadOnlyList<Check> checks)
    {
        var text = new StringBuilder();
        text.Append("# The checks\n\n");
        text.Append("Written from the code by `PROBER_UPDATE_GOLDEN=1 dotnet test`; do not edit by hand.\n\n");
        text.Append("A *root* check may own a fault, a *mirror* repeats it from another witness, an *outcome* answers the heading of its stage.\n");
        text.Append("A check whose dependency failed is inconclusive and names the root.\n\n");
        text.Append("| Check | Question |\n| --- | --- |\n");
        foreach (var check in checks)
            text.Append($"| [{check.Info.Id}](#{check.Info.Id}) | {Cell(check.Info.Question)} |\n");
        foreach (var (stage, title) in Titles)
        {
            var members = checks.Where(check => check.Info.Stage == stage).ToList();
            if (members.Count == 0)
                continue;
            text.Append($"\n## {title}\n");
            members.ForEach(check => Append(text, check.Info));
        }

        return text.ToString();
    }

    /// <summary>The section of one check in Markdown.</summary>
    public static string Markdown(Check check)
    {
        var text = new StringBuilder();
        Append(text, check.Info);
        return text.ToString().TrimStart('\n');
    }

    private static void Append(StringBuilder text, CheckInfo info)
    {
        text.Append($"\n### {info.Id}\n\n**{info.Question}** ({info.Class.ToString().ToLowerInvariant()}; fault of: {Owner(info.Owner)})\n\n");
        text.Append($"{info.Why}\n\n*Remedy.* {info.Remedy}\n\n");
        if (info.Reasons.Count > 0)
        {
            text.Append("| Reason | Meaning |\n| --- | --- |\n");
            foreach (var (code, phrase) in info.Reasons)
                text.Append($"| `{code}` | {Cell(phrase)} |\n");
            text.Append('\n');
        }

        AppendLine(text, "Depends on", info.DependsOn.Select(id => $"[{id}](#{id})"));
        AppendLine(text, "Reads", info.Reads.Select(id => $"[{id}](#{id})"));
        AppendLine(text, "Answered by", info.AnsweredBy is { } answer ? [answer] : []);
        AppendLine(text, "References", info.References);
        text.Length -= text[^1] == '\n' && text[^2] == '\n' ? 1 : 0;
    }

    private static void AppendLine(StringBuilder text, string title, IEnumerable<string> items)
    {
        var line = string.Join("; ", items);
        if (line.Length > 0)
            text.Append($"- {title}: {line}\n");
    }

    private static string Owner(FaultOwner owner) => owner switch
    {
        FaultOwner.IdentityProvider => "identity provider",
        _ => owner.ToString().ToLowerInvariant(),
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
