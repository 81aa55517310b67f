using NUnit.Framework;
using Prober.Analysis;

namespace Prober.Tests.Analysis;

public sealed class ReadingProgressTests
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public void Shows_each_percent_once_and_leaves_an_empty_line()
    {
        var terminal = new StringWriter();
        using (var progress = new ReadingProgress(new PassingLine(terminal), "cust\u001bomer.har"))
        {
            foreach (var read in (int[])[4, 4, 5, 400]) progress.Report(new(read * (long)Megabyte, 400L * Megabyte));
        }

        Assert.That(terminal.ToString().Split('\r'), Is.EqualTo(new[] { "", "cust?omer.har: read 1 % of 400 MB", "cust?omer.har: read 100 % of 400 MB", new string(' ', 35), "" }));
    }

    [Test]
    public void Says_nothing_of_a_small_file_and_megabytes_of_a_pipe()
    {
        var terminal = new StringWriter();
        using var progress = new ReadingProgress(new PassingLine(terminal), "standard input");
        progress.Report(new(Megabyte, Megabyte));
        progress.Report(new(Megabyte, null));
        Assert.That(terminal.ToString(), Is.Empty);

        progress.Report(new(50L * Megabyte, null));
        Assert.That(terminal.ToString(), Is.EqualTo("\rstandard input: read 48 MB"));
    }
}
