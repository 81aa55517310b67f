using YamlDotNet.RepresentationModel;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>The files that operators take over: dashboard, rules, manifests.</summary>
internal static class DeployFiles
{
    public static string Folder => Path.Combine(Golden.Root(), "src/Prober.Monitor/Deploy");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static IReadOnlyList<YamlNode> Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    /// <summary>The node under these keys; null when one of them is not there.</summary>
    public static YamlNode? At(this YamlNode node, params string[] keys)
    {
        var at = node;
        foreach (var key in keys)
        {
            if (at is not YamlMappingNode map || !map.Children.TryGetValue(new YamlScalarNode(key), out var next)) return null;
            at = next;
        }

        return at;
    }

    /// <summary>The text under these keys; null when there is none.</summary>
    public static string? Text(this YamlNode node, params string[] keys) => (node.At(keys) as YamlScalarNode)?.Value;

    /// <summary>The list under these keys; empty when there is none.</summary>
    public static IReadOnlyList<YamlNode> List(this YamlNode node, params string[] keys) => node.At(keys) is YamlSequenceNode list ? [.. list.Children] : [];

    /// <summary>The names and texts under these keys; empty when there are none.</summary>
    public static IReadOnlyDictionary<string, string> Map(this YamlNode node, params string[] keys) =>
        node.At(keys) is YamlMappingNode map ? map.Children.ToDictionary(pair => $"{pair.Key}", pair => $"{pair.Value}") : [];
}
