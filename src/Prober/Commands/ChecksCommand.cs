using System.CommandLine;
using Prober.Checklist;
using Spectre.Console;

namespace Prober.Commands;

/// <summary><c>prober checks [ID]</c>: lists the checks, or explains one.</summary>
internal static class ChecksCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The check to explain.", Arity = ArgumentArity.ZeroOrOne };
        var markdown = new Option<bool>("--markdown") { Description = "The whole documentation, as committed in CHECKS.md." };
        var command = new Command("checks", "List the checks, or explain one.") { id, markdown };
        command.SetAction(parsed => parsed.GetValue(markdown)
            ? Print(CheckDocumentation.Markdown(CheckCatalog.All))
            : parsed.GetValue(id) is { } wanted ? Explain(wanted) : List());
        return command;
    }

    private static int Print(string text)
    {
        Console.Out.Write(text);
        return ExitCode.Success;
    }

    private static int List()
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("Id", "Question");
        foreach (var stage in CheckCatalog.All.GroupBy(check => check.Info.Stage))
        {
            table.AddRow(new Text(""), new Text(""));
            table.AddRow(new Text(CheckDocumentation.Title(stage.Key), new Style(decoration: Decoration.Bold)), new Text(""));
            foreach (var check in stage)
            {
                table.AddRow(new Text(check.Info.Id), new Text(check.Info.Question));
            }
        }

        AnsiConsole.Write(table);
        return ExitCode.Success;
    }

    private static int Explain(string id)
    {
        var check = CheckCatalog.All.FirstOrDefault(check => check.Info.Id == id)
            ?? throw new UsageException($"there is no check '{id}'{Nearest(id)}; 'prober checks' lists them");
        return Print(CheckDocumentation.Markdown(check));
    }

    private static string Nearest(string id)
    {
        var near = CheckCatalog.All.Select(check => check.Info.Id)
            .Where(known => known.Contains(id, StringComparison.OrdinalIgnoreCase) || id.Contains(known, StringComparison.OrdinalIgnoreCase))
            .Take(3).ToList();
        return near.Count > 0 ? $" (did you mean {string.Join(" or ", near)}?)" : "";
    }
}
