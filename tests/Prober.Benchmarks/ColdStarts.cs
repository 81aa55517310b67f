using System.Diagnostics;

namespace Prober.Benchmarks;

/// <summary>
/// The healthy demo journey in a new process each time: lab, driver, browser, journey, verdict. Anything but exit code 0
/// is a false alarm; its output is kept.
/// </summary>
internal static class ColdStarts
{
    public static async Task<int> RunAsync(int count)
    {
        var output = Directory.CreateTempSubdirectory("prober-cold-starts-");
        var durations = new List<double>();
        var alarms = 0;
        for (var round = 1; round <= count; round++)
        {
            var (exitCode, text, elapsed) = await DemoAsync(output.FullName);
            durations.Add(elapsed.TotalSeconds);
            if (exitCode != 0)
            {
                alarms++;
                Console.WriteLine($"round {round}: exit code {exitCode}\n{text}");
            }
            else
            {
                foreach (var run in output.GetDirectories())
                {
                    run.Delete(recursive: true);
                }
            }

            if (round % 10 == 0)
            {
                Console.WriteLine($"{round} of {count}: {alarms} false alarms, median {Median(durations):F2} s");
            }
        }

        Console.WriteLine($"{count} cold starts, {alarms} false alarms; wall {durations.Min():F2} / {Median(durations):F2} / {durations.Max():F2} s (min / median / max)");
        if (alarms == 0)
        {
            output.Delete(recursive: true);
        }

        return alarms == 0 ? 0 : 1;
    }

    private static async Task<(int ExitCode, string Output, TimeSpan Elapsed)> DemoAsync(string output)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "prober.dll"), "demo", "--output", output, "--no-color"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the demo did not start");
        var text = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(text), watch.Elapsed);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
