using Prober.Browser.Configuration;

namespace Prober.Runs;

/// <summary>Which of the projects of playwright.config.json a run goes by.</summary>
internal static class BrowserProjects
{
    /// <param name="settings">Of the whole file.</param>
    /// <param name="name">The project's name; null for what stands outside of all projects.</param>
    /// <exception cref="UsageException">No project is called so.</exception>
    public static BrowserSettings Choose(BrowserSettings settings, string? name)
    {
        if (name is null) return settings;
        return settings.Projects.FirstOrDefault(project => project.Name == name)?.Settings ?? throw new UsageException(settings.Projects.Count == 0
            ? $"--project {name}: the settings have no projects"
            : $"--project {name}: expected {string.Join(" or ", settings.Projects.Select(project => project.Name))}");
    }
}
