using System.Diagnostics;
using System.Globalization;

namespace Prober.Benchmarks.HarReading;

/// <summary>What one pass over a file cost, in a process of its own.</summary>
/// <param name="Cpu">Seconds, start-up included.</param>
/// <param name="Wall">Seconds from the start of the process to its end.</param>
/// <param name="Peak">Resident megabytes at most.</param>
internal sealed record PassSample(double Cpu, double Wall, double Peak)
{
    /// <summary>A pass of this program, see <see cref="HarPasses"/>.</summary>
    public static PassSample OfSelf(string pass, string file) =>
        Of("dotnet", [Path.Combine(AppContext.BaseDirectory, "Prober.Benchmarks.dll"), "har-pass", pass, file]);

    /// <summary>Any program that prints a count, CPU seconds and peak resident megabytes.</summary>
    public static PassSample Of(string program, IEnumerable<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var fields = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        return new PassSample(double.Parse(fields[1], CultureInfo.InvariantCulture), clock.Elapsed.TotalSeconds, double.Parse(fields[2], CultureInfo.InvariantCulture));
    }

    /// <summary>Medians of CPU and wall, megabytes per CPU second, and the highest peak.</summary>
    public static void Print(string name, IReadOnlyList<PassSample> samples, double megabytes)
    {
        var cpu = samples.Select(sample => sample.Cpu).Order().ElementAt(samples.Count / 2);
        var wall = samples.Select(sample => sample.Wall).Order().ElementAt(samples.Count / 2);
        Console.WriteLine(FormattableString.Invariant($"  {name,-22} {cpu,6:F2} {wall,6:F2} {megabytes / cpu,6:F0} {samples.Max(sample => sample.Peak),6:F0}"));
    }
}
