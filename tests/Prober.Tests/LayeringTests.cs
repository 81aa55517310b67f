using System.Xml.Linq;
using NUnit.Framework;

namespace Prober.Tests;

/// <summary>References between the rooms go one way, against the data: read from the project files, so that no code review has to notice.</summary>
public sealed class LayeringTests
{
    private static readonly string[] BrowserAndNetwork = ["Microsoft.Playwright", "System.Net.Http", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "MailKit", "Npgsql"];

    [TestCase("Prober.Evidence")]
    [TestCase("Prober.Scenarios")]
    [TestCase("Prober.Lab")]
    [TestCase("Prober.Checklist", "Prober.Evidence")]
    [TestCase("Prober.Reporting", "Prober.Checklist")]
    [TestCase("Prober.Browser", "Prober.Evidence", "Prober.Scenarios")]
    [TestCase("Prober.Providers", "Prober.Evidence")]
    [TestCase("Prober.Monitor", "Prober.Checklist", "Prober.Scenarios")]
    public void A_room_knows_only_what_the_way_through_allows(string room, params string[] allowed)
    {
        Assume.That(ProjectFile(room), Does.Exist, $"{room} is not built yet.");

        Assert.That(References(room), Is.SubsetOf(allowed));
    }

    [Test]
    public void Only_the_browser_room_knows_Playwright() =>
        Assert.That(Rooms().Where(room => Packages(room).Contains("Microsoft.Playwright")), Is.EqualTo(new[] { "Prober.Browser" }));

    [Test]
    public void Only_the_monitor_knows_the_scheduler_and_the_database() =>
        Assert.That(Rooms().Where(room => Packages(room).Intersect(["Quartz", "Dapper", "Npgsql", "Microsoft.Data.Sqlite"]).Any()), Is.EqualTo(new[] { "Prober.Monitor" }));

    [Test]
    public void The_checklist_needs_nothing_but_evidence() =>
        Assert.That(Packages("Prober.Checklist").Intersect(BrowserAndNetwork).Concat(Frameworks("Prober.Checklist")), Is.Empty);

    [Test]
    public void Evidence_knows_no_browser_and_no_network() =>
        Assert.That(Packages("Prober.Evidence").Intersect(BrowserAndNetwork).Concat(Frameworks("Prober.Evidence")), Is.Empty);

    [Test]
    public void No_room_refers_to_the_executable() =>
        Assert.That(Rooms().Where(room => References(room).Contains("Prober")), Is.Empty);

    private static IEnumerable<string> Rooms() =>
        Directory.GetFiles(Path.Combine(Golden.Root(), "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> References(string room) =>
        Included(room, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Packages(string room) => Included(room, "PackageReference");

    private static IEnumerable<string> Frameworks(string room) => Included(room, "FrameworkReference");

    private static IEnumerable<string> Included(string room, string element) =>
        XDocument.Load(ProjectFile(room)).Descendants(element).Select(reference => reference.Attribute("Include")!.Value);

    private static string ProjectFile(string room) => Path.Combine(Golden.Root(), "src", room, $"{room}.csproj");
}
