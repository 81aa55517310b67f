using System.CommandLine;

namespace Prober.Commands;

/// <summary><c>prober init</c>: writes a first scenario and browser settings that load as they are.</summary>
internal static class InitCommand
{
    private static readonly string[] Files = ["scenario.yaml", "playwright.config.json", "prober.env"];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Where to write (default: here).",
            DefaultValueFactory = _ => new DirectoryInfo("."),
        };
        var command = new Command("init", "Write a first scenario to fill in.") { folder };
        command.SetAction((parsed, cancellationToken) => WriteAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        folder.Create();
        foreach (var name in Files.Where(name => File.Exists(Path.Combine(folder.FullName, name))))
        {
            throw new UsageException($"{name} is already there; nothing was written");
        }

        foreach (var name in Files)
        {
            await using var template = typeof(InitCommand).Assembly.GetManifestResourceStream($"Prober.Templates.{name}")
                ?? throw new InvalidOperationException($"template {name} is not embedded");
            await using var target = File.Create(Path.Combine(folder.FullName, name));
            await template.CopyToAsync(target, cancellationToken);
            await Console.Out.WriteLineAsync($"wrote {Path.Combine(folder.ToString(), name)}");
        }

        await Console.Out.WriteLineAsync("Next: fill in prober.env and the addresses in scenario.yaml, then");
        await Console.Out.WriteLineAsync("  prober validate scenario.yaml --env-file prober.env");
        await Console.Out.WriteLineAsync("  prober run scenario.yaml --env-file prober.env");
        return ExitCode.Success;
    }
}
