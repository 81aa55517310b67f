using NUnit.Framework;
using Prober.Monitor.Silences;

namespace Prober.Tests.Monitor.Silences;

public sealed class SilenceBookTests
{
    private StoreFile _file = null!;
    private SilenceBook _book = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _book = new(_file.Database, _file.Time);
    }

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [TestCase("portal", true)]
    [TestCase("port*", true)]
    [TestCase("?ortal", true)]
    [TestCase("*", true)]
    [TestCase("Portal", false)]
    [TestCase("port", false)]
    [TestCase("portal.", false)]
    public async Task It_covers_what_its_name_stands_for(string scenarios, bool covered)
    {
        await _book.AddAsync(scenarios, TimeSpan.FromHours(2), default);
        Assert.That((await _book.InForceAsync(default)).Until("portal"), Is.EqualTo(covered ? _file.Time.GetUtcNow().AddHours(2) : (DateTimeOffset?)null));
    }

    [Test]
    public async Task It_ends_by_itself_or_before()
    {
        await _book.AddAsync("portal", TimeSpan.FromHours(1), default);
        var longer = await _book.AddAsync("*", TimeSpan.FromHours(2), default);
        Assert.That((await _book.InForceAsync(default)).Until("portal"), Is.EqualTo(longer.EndsAt), "until the last ends");
        Assert.That((await _book.InForceAsync(default)).All[1], Is.EqualTo(longer));
        _file.Time.Advance(TimeSpan.FromHours(1));
        Assert.That((await _book.InForceAsync(default)).All, Is.EqualTo(new[] { longer }));
        Assert.That((await _book.EndAsync(longer.Id, default), await _book.EndAsync(longer.Id, default)), Is.EqualTo((true, false)));
        Assert.That((await _book.InForceAsync(default)).All, Is.Empty);
    }

    [TestCase("", 1, "scenarios: expected the name of a scenario, in which * stands for any characters and ? for one")]
    [TestCase("portal", 0, "for, until: expected an end within 90 days from now, such as \"for\": \"2h\"")]
    [TestCase("portal", 24 * 91, "for, until: expected an end within 90 days from now, such as \"for\": \"2h\"")]
    public void One_of_nothing_or_for_ever_is_refused(string scenarios, int hours, string message) =>
        Assert.That(async () => await _book.AddAsync(scenarios, TimeSpan.FromHours(hours), default), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));
}
