using NUnit.Framework;
using Prober.Browser.Recording.Logs;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Tests.Browser.Recording.Logs;

public sealed class ApplicationLogTailTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 12, 10, 15, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, double> NoSkew = [];

    private string _file = "";

    [SetUp]
    public void CreateFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public async Task Only_what_the_run_added_is_read()
    {
        File.WriteAllText(_file, "2026-03-12T10:15:01Z ERROR of somebody else\n");
        var tail = Start();
        File.AppendAllText(_file, "2026-03-12T10:15:02Z INFO of this run\n");

        Assert.That((await ReadAsync(tail)).Single().Text, Is.EqualTo("INFO of this run"));
    }

    [Test]
    public async Task A_rotated_file_is_read_from_its_start()
    {
        File.WriteAllText(_file, new string('x', 200) + "\n");
        var tail = Start();
        File.WriteAllText(_file, "2026-03-12T10:15:02Z INFO after rotation\n");

        Assert.That((await ReadAsync(tail)).Single().Text, Is.EqualTo("INFO after rotation"));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_said_so()
    {
        var tail = Start();
        File.Delete(_file);

        Assert.That((await tail.ReadAsync(From.AddSeconds(5), NoSkew, CancellationToken.None)).Missing, Does.Contain("portal").And.Contain("could not be read"));
    }

    private ApplicationLogTail Start() => ApplicationLogTail.Start(Looks.Scenario(Looks.Settings with { Log = new LogSource { File = _file } }), From);

    private static async Task<IReadOnlyList<LogLine>> ReadAsync(ApplicationLogTail tail, IReadOnlyDictionary<string, double>? skew = null) =>
        (await tail.ReadAsync(From.AddSeconds(5), skew ?? NoSkew, CancellationToken.None)).Value!.Single().Lines;
}
