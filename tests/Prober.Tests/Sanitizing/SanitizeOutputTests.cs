using NUnit.Framework;
using Prober.Sanitizing;

namespace Prober.Tests.Sanitizing;

public sealed class SanitizeOutputTests
{
    private DirectoryInfo _place = null!;

    [SetUp]
    public void MakePlace()
    {
        _place = Directory.CreateTempSubdirectory("prober-output-");
        _place.CreateSubdirectory("folder");
        _place.CreateSubdirectory("other");
        foreach (var file in (string[])["a.har", "b.zhar", "folder/a.har"]) File.WriteAllText(At(file), "");
    }

    [TearDown]
    public void Remove() => _place.Delete(recursive: true);

    [TestCase("folder", "{0}/folder: expected a file to write, and it is a folder; name a file in it, or end it with / to keep the recording's name", "a.har")]
    [TestCase("nowhere/a.har", "{0}/nowhere/a.har: there is no folder {0}/nowhere", "a.har")]
    [TestCase("a.har", "{0}/a.har: the output would overwrite the input; name another file", "a.har")]
    [TestCase("other/../a.har", "{0}/other/../a.har: the output would overwrite the input; name another file", "a.har")]
    [TestCase("folder/", "{0}/folder/a.har: the output would overwrite the input; name another file", "folder/a.har")]
    [TestCase("a.har", "{0}/a.har: expected a folder for the copies, and it is a file", "b.zhar", "folder/a.har")]
    [TestCase("nowhere/folder", "{0}/nowhere/folder: there is no folder {0}/nowhere", "a.har", "b.zhar")]
    [TestCase("other", "{0}/a.har and {0}/folder/a.har would both become {0}/other/a.har; clean them one by one", "a.har", "folder/a.har")]
    [TestCase("other", "expected each recording once", "a.har", "a.har")]
    public void Says_why_a_copy_has_no_place(string to, string message, params string[] inputs) => Assert.That(
        () => SanitizeOutput.Of(At(to), [.. inputs.Select(At)]),
        Throws.TypeOf<UsageException>().With.Message.EqualTo(message.Replace("{0}", _place.FullName, StringComparison.Ordinal)));

    [Test]
    public void The_input_is_not_overwritten_by_another_of_its_names()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need a right there");
        File.CreateSymbolicLink(At("link.har"), At("a.har"));
        Directory.CreateSymbolicLink(At("same"), _place.FullName);

        Assert.That(() => SanitizeOutput.Of(At("link.har"), [At("a.har")]), Throws.TypeOf<UsageException>().With.Message.Contain("overwrite"));
        Assert.That(() => SanitizeOutput.Of(At("same/a.har"), [At("a.har")]), Throws.TypeOf<UsageException>().With.Message.Contain("overwrite"));
        Assert.That(() => SanitizeOutput.Of(At("a.har"), [At("same/a.har")]), Throws.TypeOf<UsageException>().With.Message.Contain("overwrite"));
    }

    [Test]
    public void Copies_of_several_lie_in_a_folder_under_the_names_of_the_inputs()
    {
        var output = SanitizeOutput.Of(At("new"), [At("a.har"), At("b.zhar"), "-"]);

        Assert.That(new[] { At("a.har"), At("b.zhar"), "-" }.Select(output.PathOf), Is.EqualTo(new[] { At("new/a.har"), At("new/b.har"), At("new/recording.har") }));
        Assert.That(Directory.Exists(At("new")), Is.True);
    }

    [Test]
    public void Standard_output_holds_one() => Assert.That(
        () => SanitizeOutput.Of("-", ["a.har", "b.har"]), Throws.TypeOf<UsageException>().With.Message.EqualTo("standard output can hold one copy; name a folder for several"));

    private string At(string name) => Path.Combine(_place.FullName, name);
}
