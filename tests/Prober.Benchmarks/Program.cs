using Prober.Benchmarks;
using Prober.Benchmarks.Fleet;
using Prober.Benchmarks.HarReading;
using Prober.Benchmarks.Soaking;

return args switch
{
    ["overhead", .. var rest] => await JourneyOverhead.RunAsync(
        rest.Length > 0 ? int.Parse(rest[0]) : 12, screenshots: !rest.Contains("no-screens")),
    ["cold-starts", .. var rest] => await ColdStarts.RunAsync(rest.Length > 0 ? int.Parse(rest[0]) : 200),
    ["har-read", .. var rest] => await HarReadBenchmark.RunAsync(Number(rest, 0, 500), Number(rest, 1, 5)),
    ["sanitize", .. var rest] => await SanitizeBenchmark.RunAsync(Number(rest, 0, 100), Number(rest, 1, 3)),
    ["fleet", .. var rest] => await FleetSimulation.RunAsync(FleetOptions.Parse(rest)),
    ["soak", .. var rest] => await Soak.RunAsync(TimeSpan.FromMinutes(Number(rest, 0, 30))),
    ["har-pass", var pass, var file] => HarPasses.Run(pass, file),
    _ => Usage(),
};

static int Number(string[] arguments, int index, int otherwise) => arguments.Length > index ? int.Parse(arguments[index]) : otherwise;

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Prober.Benchmarks -- COMMAND
          overhead [ROUNDS]      whole journeys against a bare Playwright loop that clicks the same, interleaved (default 12);
                                 no-screens behind the rounds: the same without the pictures
          cold-starts [COUNT]    the healthy demo journey, a new process each time, in a row (default 200)
          har-read [MB] [ROUNDS] reading a HAR of that size (default 500, 5 rounds) against Utf8JsonReader and node's JSON.parse
          sanitize [MB] [ROUNDS] cleaning a HAR of that size (default 100, 3 rounds) against what only copies it
          fleet [--scenarios 5000] [--every 300] [--watched 300] [--journey-ms 2000] [--nodes 1]
                                 how late journeys start with a runner that only waits, times in seconds; on SQLite, or on the
                                 PostgreSQL server of PROBER_DATABASE
          soak [MINUTES]         the monitor at full admission against labs (default 30): memory, handles, records, processes left
        """);
    return 2;
}
