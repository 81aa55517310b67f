using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Commands;
using Prober.Monitoring;
using Prober.Scenarios;
using YamlDotNet.RepresentationModel;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>The manifests against the real command, the real endpoints and one another.</summary>
public sealed partial class KubernetesTests
{
    private const string Listen = "127.0.0.1:9469";

    private static readonly IReadOnlyList<YamlNode> Documents = DeployFiles.Yaml(DeployFiles.Read("kubernetes.yaml"));

    private static YamlNode Pod => Document("Deployment", "prober").At("spec", "template", "spec")!;

    private static YamlNode Monitor => Pod.List("containers").Single();

    private static YamlNode Gate => Pod.List("initContainers").Single();

    private static string GateSettings => Document("ConfigMap", "prober-gate").Text("data", "nginx.conf")!;

    private static IReadOnlyList<string> Arguments => [.. Monitor.List("args").Select(argument => $"{argument}")];

    [Test]
    public void Each_document_says_what_it_is_and_where_it_belongs()
    {
        foreach (var document in Documents)
        {
            Assert.That(document.Text("apiVersion"), Is.Not.Null.And.Not.Empty);
            Assert.That(document.Text("kind"), Is.Not.Null.And.Not.Empty);
            Assert.That(document.Text("metadata", "name"), Is.Not.Null.And.Not.Empty);
            Assert.That(document.Text("kind") == "Namespace" ? document.Text("metadata", "name") : document.Text("metadata", "namespace"), Is.EqualTo("prober"));
        }

        Assert.That(Documents.Select(document => $"{document.Text("kind")}/{document.Text("metadata", "name")}"), Is.Unique);
    }

    [Test]
    public void The_command_takes_the_arguments()
    {
        Assert.That(Arguments[0], Is.EqualTo(ServeCommand.Create().Name));
        Assert.That(ServeCommand.Create().Parse([.. Arguments.Skip(1)]).Errors.Select(error => error.Message), Is.Empty);
        Assert.That(ListenAddress.Parse(Argument("--listen"), hasLogin: false).Authority, Is.EqualTo(Listen));
    }

    [Test]
    public async Task What_is_probed_and_scraped_is_there_and_nothing_else_is_passed_on()
    {
        var passed = Locations().Matches(GateSettings).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.That(passed.Keys, Is.EquivalentTo(new[] { "/metrics", "/healthz", "/readyz" }));
        Assert.That(passed.Values, Is.All.EqualTo($"http://{Listen}"));
        Assert.That(Probes().Select(probe => (probe.Key, probe.Value.Text("httpGet", "path"))),
            Is.EquivalentTo(new[] { ("startupProbe", "/healthz"), ("livenessProbe", "/healthz"), ("readinessProbe", "/readyz") }));

        var scenarios = Directory.CreateTempSubdirectory("prober-scenarios-");
        try
        {
            foreach (var (name, text) in Document("ConfigMap", "prober-scenarios").Map("data")) File.WriteAllText(Path.Combine(scenarios.FullName, name), text);
            var secret = ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = "probe@example.com", ["PROBER_PASSWORD"] = "a-password-for-tests" });
            await using var monitor = await RunningMonitor.StartAsync([scenarios.FullName], secret);
            // The scheduler and the shelf of scenarios begin behind the port: a readiness probe asks again, and so does this test.
            foreach (var path in passed.Keys) Assert.That(async () => (await monitor.GetAsync(path)).Status, Is.EqualTo(200).After(30).Seconds.PollEvery(100).MilliSeconds, path);
        }
        finally
        {
            scenarios.Delete(recursive: true);
        }
    }

    [Test]
    public void One_port_leads_from_the_service_and_the_probes_to_the_gate()
    {
        var port = Gate.List("ports").Single().Text("containerPort");
        Assert.That(ListensAt().Match(GateSettings).Groups[1].Value, Is.EqualTo(port));
        Assert.That(Probes().Select(probe => probe.Value.Text("httpGet", "port")), Is.All.EqualTo(port));
        Assert.That(Document("Service", "prober").List("spec", "ports").Single().Text("targetPort"), Is.EqualTo(port));
    }

    [Test]
    public void Journeys_get_their_while_before_the_pod_is_killed()
    {
        const int StopAfterDrain = 30;
        var grace = int.Parse(Pod.Text("terminationGracePeriodSeconds")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(grace, Is.GreaterThan(int.Parse(Argument("--drain"), System.Globalization.CultureInfo.InvariantCulture) + StopAfterDrain));
    }

    [Test]
    public void Selectors_meet_the_pods_and_the_service()
    {
        var labels = Document("Deployment", "prober").Map("spec", "template", "metadata", "labels");
        Assert.That(Document("Deployment", "prober").Map("spec", "selector", "matchLabels"), Is.Not.Empty.And.SubsetOf(labels));
        Assert.That(Document("Service", "prober").Map("spec", "selector"), Is.Not.Empty.And.SubsetOf(labels));
        Assert.That(Document("PodDisruptionBudget", "prober").Map("spec", "selector", "matchLabels"), Is.Not.Empty.And.SubsetOf(labels));
        Assert.That(Pod.List("topologySpreadConstraints").Single().Map("labelSelector", "matchLabels"), Is.Not.Empty.And.SubsetOf(labels));
    }

    [Test]
    public void The_operators_monitor_finds_the_service_once_it_is_uncommented()
    {
        var comment = DeployFiles.Read("kubernetes.yaml").Split('\n').SkipWhile(line => line != "# ---").Skip(1).Select(line => line.Length < 2 ? "" : line[2..]);
        var monitor = DeployFiles.Yaml(string.Join('\n', comment)).Single();
        var service = Document("Service", "prober");
        Assert.That(monitor.Text("kind"), Is.EqualTo("ServiceMonitor"));
        Assert.That(monitor.Map("spec", "selector", "matchLabels"), Is.Not.Empty.And.SubsetOf(service.Map("metadata", "labels")));
        Assert.That(service.Map("metadata", "labels")[monitor.Text("spec", "jobLabel")!], Is.EqualTo("prober"), "the rules go by this job");
        Assert.That(monitor.List("spec", "endpoints").Single().Text("port"), Is.EqualTo(service.List("spec", "ports").Single().Text("name")));
    }

    [Test]
    public void Volumes_are_there_and_what_is_written_goes_to_one()
    {
        var volumes = Pod.List("volumes").ToDictionary(volume => volume.Text("name")!);
        foreach (var mount in Monitor.List("volumeMounts").Concat(Gate.List("volumeMounts"))) Assert.That(volumes, Does.ContainKey(mount.Text("name")!));
        foreach (var map in volumes.Values.Select(volume => volume.Text("configMap", "name")).OfType<string>()) Assert.That(Document("ConfigMap", map), Is.Not.Null);
        Assert.That(Volume("/etc/prober/scenarios").Text("configMap", "name"), Is.EqualTo("prober-scenarios"));
        Assert.That(Arguments[1], Is.EqualTo("/etc/prober/scenarios"));
        Assert.That(Volume(Argument("--data")).At("emptyDir"), Is.Not.Null);
        Assert.That(Volume("/dev/shm").Text("emptyDir", "medium"), Is.EqualTo("Memory"));
        Assert.That(Volume("/tmp").Text("emptyDir", "medium"), Is.EqualTo("Memory"));

        YamlNode Volume(string path) => volumes[Monitor.List("volumeMounts").Single(mount => mount.Text("mountPath") == path).Text("name")!];
    }

    [Test]
    public void Nobody_is_root_or_may_become_it()
    {
        Assert.That(Pod.Text("securityContext", "runAsNonRoot"), Is.EqualTo("true"));
        Assert.That(Pod.Text("automountServiceAccountToken"), Is.EqualTo("false"));
        Assert.That(Document("ServiceAccount", Pod.Text("serviceAccountName")!).Text("automountServiceAccountToken"), Is.EqualTo("false"));
        foreach (var container in new[] { Monitor, Gate })
        {
            Assert.That(container.Text("securityContext", "readOnlyRootFilesystem"), Is.EqualTo("true"));
            Assert.That(container.Text("securityContext", "allowPrivilegeEscalation"), Is.EqualTo("false"));
            Assert.That(container.List("securityContext", "capabilities", "drop").Select(name => $"{name}"), Is.EqualTo(new[] { "ALL" }));
            Assert.That(container.Text("resources", "limits", "memory"), Is.Not.Null);
        }
    }

    [Test]
    public void The_image_starts_the_program_as_the_pods_user()
    {
        var image = DeployFiles.Read("Dockerfile");
        var user = Pod.Text("securityContext", "runAsUser");
        Assert.That(image, Does.Contain($"\nUSER {user}:{Pod.Text("securityContext", "runAsGroup")}\n"));
        Assert.That(image, Does.Contain($"\nENTRYPOINT [\"dotnet\", \"/app/{typeof(ServeCommand).Assembly.GetName().Name}.dll\"]\n"));
    }

    private static YamlNode Document(string kind, string name) => Documents.Single(document => document.Text("kind") == kind && document.Text("metadata", "name") == name);

    private static string Argument(string option) => Arguments[Arguments.ToList().IndexOf(option) + 1];

    private static IEnumerable<KeyValuePair<string, YamlNode>> Probes() =>
        new[] { "startupProbe", "livenessProbe", "readinessProbe" }.Select(name => KeyValuePair.Create(name, Monitor.At(name)!));

    [GeneratedRegex(@"location = (\S+) \{ proxy_pass ([^;]+); \}")]
    private static partial Regex Locations();

    [GeneratedRegex(@"listen (\d+);")]
    private static partial Regex ListensAt();
}
