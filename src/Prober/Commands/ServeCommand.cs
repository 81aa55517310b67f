using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Browser;
using Prober.Browser.Configuration;
using Prober.Monitor;
using Prober.Monitor.Bundles;
using Prober.Monitor.Metrics;
using Prober.Monitor.Store;
using Prober.Monitoring;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober serve SCENARIO|FOLDER…</c>: walks the journeys on schedule, keeps what happened and shows it.</summary>
internal static class ServeCommand
{
    private const string DatabaseVariable = "PROBER_DATABASE";

    private static readonly Option<string?> Bundles = new("--bundles")
    {
        Description = "S3-compatible bucket for the evidence of runs, s3://BUCKET/PREFIX, by the AWS_... variables (default: the data folder).",
    };

    public static Command Create()
    {
        var scenarios = new Argument<string[]>("scenario") { Description = "Scenario files, or folders of them; a changed file takes effect by itself.", Arity = ArgumentArity.OneOrMore };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the database and the evidence.", DefaultValueFactory = _ => new("prober-data") };
        var listen = new Option<string>("--listen") { Description = "Address of page, API and metrics; without a login a loopback one alone.", DefaultValueFactory = _ => "127.0.0.1:9469" };
        var slots = new Option<int>("--slots") { Description = "Journeys at once (default: one a core).", DefaultValueFactory = _ => Environment.ProcessorCount };
        var confirmations = new Option<int>("--confirm") { Description = "How often a failed run is walked again before it counts.", DefaultValueFactory = _ => 1 };
        var drain = new Option<int>("--drain") { Description = "Seconds that running journeys get to finish when the monitor is stopped.", DefaultValueFactory = _ => 45 };
        var page = new Option<string?>("--public-url") { Description = "Where those who get an alert reach the page, such as https://prober.example.com/; links in messages begin with it." };
        var objective = new Option<double?>("--objective") { Description = "Percent of a scenario's runs of 30 days that are to pass, such as 99.5; its page shows what is left of the error budget." };
        var memory = new Option<int?>("--browser-memory") { Description = "Megabytes that browser and driver may hold before a new browser takes over (default: 1024, and 256 more for each slot)." };
        var command = new Command("serve", $"Walk journeys on schedule and keep what happened. With {DatabaseVariable} set to a PostgreSQL connection string, several nodes share the work.") { scenarios, data, listen, slots, confirmations, drain, page, objective, memory };
        AlertOptions.AddTo(command);
        LoginOptions.AddTo(command);
        TelemetryOptions.AddTo(command);
        RetentionOptions.AddTo(command);
        command.Add(Bundles);
        CommonOptions.AddTo(command, CommonOptions.Config, CommonOptions.Project, CommonOptions.EnvFile);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var variables = ScenarioVariables.FromEnvironment(parsed.GetValue(CommonOptions.EnvFile)?.FullName);
            var pageAddress = parsed.GetValue(page) is { } address ? PageAddress(address) : null;
            var (otlp, isGrpc) = TelemetryOptions.Read(parsed, Environment.GetEnvironmentVariable);
            var options = new MonitorOptions
            {
                DataFolder = parsed.GetRequiredValue(data).FullName,
                Scenarios = [.. parsed.GetRequiredValue(scenarios).Select(Path.GetFullPath)],
                Slots = AtLeast(1, parsed.GetValue(slots), "--slots"),
                Confirmations = AtLeast(0, parsed.GetValue(confirmations), "--confirm"),
                Drain = TimeSpan.FromSeconds(AtLeast(1, parsed.GetValue(drain), "--drain")),
                Page = pageAddress,
                Objective = parsed.GetValue(objective) is { } percent ? Share(percent) : null,
                Access = LoginOptions.Read(parsed, variables, pageAddress),
                Otlp = otlp,
                OtlpIsGrpc = isGrpc,
                Alerts = AlertOptions.Read(parsed),
                Retention = RetentionOptions.Read(parsed),
                Bundles = parsed.GetValue(Bundles) is { } bucket ? Bucket(bucket) : null,
            };
            var browser = BrowserProjects.Choose(BrowserSettingsLoader.Load(parsed.GetValue(CommonOptions.Config)?.FullName, variables), parsed.GetValue(CommonOptions.Project));
            var limits = new BrowserLimits { Megabytes = AtLeast(64, parsed.GetValue(memory) ?? 1024 + (256 * options.Slots), "--browser-memory") };
            await ServeAsync(options, ListenAddress.Parse(parsed.GetRequiredValue(listen), hasLogin: !options.Access.IsOpen), variables, browser, limits, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task ServeAsync(MonitorOptions options, Uri listen, ScenarioVariables variables, BrowserSettings browser, BrowserLimits limits, CancellationToken cancellationToken)
    {
        var database = Database(options);
        using var folder = DataFolderLock.TryTake(options.DataFolder) ?? throw new UsageException($"{options.DataFolder}: another prober serves from this folder; give each its own --data");
        await using var host = await BuildAsync(options, listen, database, variables, browser, limits, cancellationToken);
        await host.StartAsync(cancellationToken);
        await Console.Error.WriteLineAsync($"prober: serving {listen}; Ctrl-C stops it");
        try
        {
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<WebApplication> BuildAsync(
        MonitorOptions options, Uri listen, MonitorDatabase database, ScenarioVariables variables, BrowserSettings browser, BrowserLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var host = await MonitorHost.BuildAsync(
                options, listen, database, variables,
                provider => new SharedBrowserWalker(
                    browser, provider.GetRequiredService<ILogger<SharedBrowserWalker>>(), limits, provider.GetRequiredService<MonitorMetrics>().Recycled), cancellationToken);
            return host;
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        catch (System.Data.Common.DbException away)
        {
            throw new ProberFaultException($"the store cannot be opened: {away.Message}", away);
        }
    }

    private static MonitorDatabase Database(MonitorOptions options)
    {
        if (Environment.GetEnvironmentVariable(DatabaseVariable) is not { Length: > 0 } connection) return MonitorDatabase.Sqlite(Path.Combine(options.DataFolder, "prober.db"));
        try
        {
            return MonitorDatabase.Postgres(connection);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"{DatabaseVariable}: expected a PostgreSQL connection string such as Host=db;Database=prober;Username=prober;Password=...");
        }
    }

    private static Uri PageAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" }
        ? address
        : throw new UsageException($"--public-url {text}: expected an address such as https://prober.example.com/");

    private static BucketAddress Bucket(string text) => BucketAddress.TryParse(text) ?? throw new UsageException($"--bundles {text}: expected a bucket such as s3://prober-evidence/production");

    private static double Share(double percent) => percent is > 0 and < 100 ? percent / 100 : throw new UsageException("--objective: expected a percentage over 0 and under 100, such as 99.5");

    internal static int AtLeast(int least, int value, string option) => value >= least ? value : throw new UsageException($"{option}: expected {least} or more");
}
