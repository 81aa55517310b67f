using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist;

public sealed partial class CheckCatalogTests
{
    private static IEnumerable<Check> All => CheckCatalog.All;

    private static IEnumerable<Type> CheckTypes => typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract);

    [Test]
    public void Every_check_is_listed_once() =>
        Assert.That(All.Select(check => check.GetType()), Is.EquivalentTo(CheckTypes));

    [Test]
    public void Checks_stand_in_the_order_of_stages() =>
        Assert.That(All.Select(check => check.Info.Stage), Is.Ordered);

    [Test]
    public void Ids_are_unique() =>
        Assert.That(All.Select(check => check.Info.Id), Is.Unique);

    [TestCaseSource(nameof(All))]
    public void Metadata_is_complete(Check check)
    {
        var info = check.Info;
        Assert.Multiple(() =>
        {
            Assert.That(info.Id, Does.Match("^[a-z0-9]+(-[a-z0-9]+)+$"));
            Assert.That(info.Id, Does.StartWith(Kebab(info.Stage.ToString()) + "-"));
            Assert.That(info.Question, Does.EndWith("?"));
            Assert.That(info.Why, Is.Not.Empty);
            Assert.That(info.Remedy, Is.Not.Empty);
            Assert.That(info.Owner, Is.Not.EqualTo(FaultOwner.None).And.Not.EqualTo(FaultOwner.Prober));
            Assert.That(info.Reasons, Is.Not.Empty);
            Assert.That(info.Reasons.Keys, Is.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        });
    }

    [TestCaseSource(nameof(All))]
    public void What_a_check_depends_on_comes_before_it(Check check)
    {
        var earlier = All.TakeWhile(other => other != check).Select(other => other.Info.Id).ToList();
        var own = All.Where(other => other.Info.Stage == check.Info.Stage).Select(other => other.Info.Id);
        Assert.Multiple(() =>
        {
            Assert.That(check.Info.DependsOn, Is.SubsetOf(earlier.Concat(own)));
            Assert.That(check.Info.Reads, Is.SubsetOf(All.Select(other => other.Info.Id)));
        });
    }

    [Test]
    public void No_checks_wait_for_each_other() =>
        Assert.That(CheckOrder.Of(CheckCatalog.All), Has.Count.EqualTo(CheckCatalog.All.Count));

    [TestCaseSource(nameof(All))]
    public void Every_reason_in_the_code_is_documented_and_every_documented_one_is_used(Check check)
    {
        var folder = Folder(check);
        var source = File.ReadAllText(Path.Combine(folder, $"{check.GetType().Name}.cs"));
        var written = FindingCall().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(written, Is.SubsetOf(check.Info.Reasons.Keys));
            Assert.That(check.Info.Reasons.Keys.Where(reason => !IsUsed(reason, folder)), Is.Empty, "documented but never used");
        });
    }

    [TestCaseSource(nameof(All))]
    public void Every_check_has_tests_of_a_passing_and_a_failing_or_warning_case(Check check)
    {
        var path = Path.Combine(Golden.Root(), "tests/Prober.Tests/Checklist/Checks", Room(check), $"{check.GetType().Name}Tests.cs");
        Assert.That(path, Does.Exist);
        var tests = File.ReadAllText(path);
        // The extras warn; every other check must be shown failing.
        Assert.That(tests, Does.Contain("Verdict.Pass"));
        Assert.That(tests, check.Info.Stage == Stage.Extra ? Does.Contain("Verdict.Warn").Or.Contain("Verdict.Fail") : Does.Contain("Verdict.Fail"));
    }

    [Test]
    public void The_documentation_is_written_from_the_catalogue() =>
        Golden.VerifyFile("src/Prober.Checklist/CHECKS.md", CheckDocumentation.Markdown(CheckCatalog.All));

    /// <summary>Stands in the code of its folder beside the metadata, or is brought in by the facts or by a table.</summary>
    private static bool IsUsed(string reason, string folder)
    {
        var own = Directory.GetFiles(folder, "*.cs").Concat(Directory.GetFiles(Path.GetDirectoryName(folder)!, "*.cs")).Select(File.ReadAllText).Select(source => ReasonTables().Replace(source, ""));
        var shared = Directory.GetFiles(Path.Combine(Golden.Root(), "src/Prober.Checklist/Facts"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Golden.Root(), "src/Prober.Checklist/Data"))).Select(File.ReadAllText);
        return own.Concat(shared).Any(text => text.Contains($"\"{reason}\"", StringComparison.Ordinal));
    }

    private static string Folder(Check check) =>
        Path.Combine(Golden.Root(), "src/Prober.Checklist/Checks", Room(check));

    private static string Room(Check check) => check.GetType().Namespace!.Split(".Checks.")[^1].Replace('.', '/');

    private static string Kebab(string name) => Regex.Replace(name, "(?<=[a-z])(?=[A-Z])", "-").ToLowerInvariant();

    [GeneratedRegex("Finding\\.(?:Pass|Warn|Fail|NotApplicable|Inconclusive)\\(\\s*\"([a-z0-9-]+)\"")]
    private static partial Regex FindingCall();

    [GeneratedRegex("(?:Reasons|NothingToJudge) = [\\s\\S]*?\\n    \\};")]
    private static partial Regex ReasonTables();
}
