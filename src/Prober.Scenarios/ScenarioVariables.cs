namespace Prober.Scenarios;

/// <summary>
/// Where <c>${NAME}</c> gets its value: values given by the caller, then the env file, then the environment.
/// It prints no value.
/// </summary>
public sealed class ScenarioVariables
{
    private readonly Func<string, string?>[] _sources;

    private ScenarioVariables(params Func<string, string?>[] sources) => _sources = sources;

    /// <summary>Only the values given: nothing of the machine gets in.</summary>
    public static ScenarioVariables Of(IReadOnlyDictionary<string, string> given) => new(given.GetValueOrDefault);

    /// <summary>Values given, then those of an env file, then the environment of this process.</summary>
    /// <exception cref="Reading.InputFileException">The env file is not there or not legal.</exception>
    public static ScenarioVariables FromEnvironment(string? envFile = null, IReadOnlyDictionary<string, string>? given = null)
    {
        var none = new Dictionary<string, string>();
        var file = envFile is null ? none : EnvironmentFile.Load(envFile);
        return new((given ?? none).GetValueOrDefault, file.GetValueOrDefault, Environment.GetEnvironmentVariable);
    }

    /// <summary>The value, which may be empty; null when no source has it.</summary>
    public string? Find(string name) => _sources.Select(source => source(name)).FirstOrDefault(value => value is not null);
}
