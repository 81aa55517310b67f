using Prober.Benchmarks;

return args switch
{
    ["overhead", .. var rest] => await JourneyOverhead.RunAsync(
        rest.Length > 0 ? int.Parse(rest[0]) : 12, screenshots: !rest.Contains("no-screens")),
    ["cold-starts", .. var rest] => await ColdStarts.RunAsync(rest.Length > 0 ? int.Parse(rest[0]) : 200),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Prober.Benchmarks -- COMMAND
          overhead [ROUNDS]      whole journeys against a bare Playwright loop that clicks the same, interleaved (default 12);
                                 no-screens behind the rounds: the same without the pictures
          cold-starts [COUNT]    the healthy demo journey, a new process each time, in a row (default 200)
        """);
    return 2;
}
