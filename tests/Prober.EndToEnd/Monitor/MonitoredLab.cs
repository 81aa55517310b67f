using Prober.Lab;

namespace Prober.EndToEnd.Monitor;

/// <summary>A lab and a folder with a scenario for it that a monitor walks every few seconds.</summary>
internal sealed class MonitoredLab : IAsyncDisposable
{
    /// <summary>The shortest interval that the budget of its runs leaves room for.</summary>
    public const string Often = "15s";

    private readonly LabHost _lab;
    private readonly DirectoryInfo _folder;

    private MonitoredLab(LabHost lab, DirectoryInfo folder) => (_lab, _folder) = (lab, folder);

    public string Scenarios => Path.Combine(_folder.FullName, "scenarios");

    public string EnvironmentFile => Path.Combine(_folder.FullName, "lab.env");

    public string Data(string name = "data") => Path.Combine(_folder.FullName, name);

    public static async Task<MonitoredLab> StartAsync(string every, LabOptions? options = null)
    {
        var lab = await LabHost.StartAsync(options ?? new LabOptions(), CancellationToken.None);
        var monitored = new MonitoredLab(lab, Directory.CreateTempSubdirectory("prober-e2e-"));
        Directory.CreateDirectory(monitored.Scenarios);
        await File.WriteAllLinesAsync(monitored.EnvironmentFile, lab.Variables.Select(variable => $"{variable.Key}={variable.Value}"));
        monitored.Write(Text(every));
        return monitored;
    }

    public void Write(string scenario, string name = "portal") => File.WriteAllText(Path.Combine(Scenarios, $"{name}.yaml"), scenario);

    /// <summary>The first phase of the lab's own scenario: what a monitor does with journeys hangs on none of the others.</summary>
    public static string Text(string every) => $$"""
        name: portal
        provider: { kind: auth0, issuer: "${PROBER_LAB_ISSUER}" }
        account: { username: "${PROBER_LAB_USER}", password: "${PROBER_LAB_PASSWORD}" }
        applications:
          portal:
            url: ${PROBER_LAB_PORTAL}
            protected: ${PROBER_LAB_PORTAL}protected
            login: { text: Log in }
            signedIn: { testId: signed-in }
            callbacks: ["${PROBER_LAB_PORTAL}signin-oidc"]
        journey:
          - login: portal
        budgets: { action: 6s, phase: 12s, run: 14s }
        schedule: { every: {{every}} }
        """;

    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
