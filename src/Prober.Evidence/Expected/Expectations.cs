namespace Prober.Evidence.Expected;

/// <summary>What "right" means for this run. Travels in the bundle, so that a stored run can be judged without its scenario.</summary>
public sealed record Expectations
{
    public ExpectedProvider Provider { get; init; } = new();

    public IReadOnlyList<ExpectedApplication> Applications { get; init; } = [];

    /// <summary>The connection (user store) the account belongs to; null when unknown.</summary>
    public string? Connection { get; init; }

    /// <summary>Whether a prompt is due in a fresh browser.</summary>
    public ExpectedPrompt Prompt { get; init; } = ExpectedPrompt.Required;

    /// <summary>An error that is the right answer for this scenario (negative tests), and the check that then passes.</summary>
    public ExpectedError? Error { get; init; }

    /// <summary>Null when the scenario does not say.</summary>
    public bool? Mfa { get; init; }

    public bool? Consent { get; init; }

    /// <summary>Claims every application needs: name to pattern (regular expression, anchored), or null when presence is enough.</summary>
    public IReadOnlyDictionary<string, string?> RequiredClaims { get; init; } = new Dictionary<string, string?>();

    /// <summary>Attributes that the user's record and every assertion must hold: name to pattern (regular expression, anchored), or null when presence is enough.</summary>
    public IReadOnlyDictionary<string, string?> RequiredAttributes { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Amr { get; init; } = [];

    public string? Acr { get; init; }

    public TimeSpan? MaxAge { get; init; }

    /// <summary>Null when unspecified.</summary>
    public bool? FederatedLogout { get; init; }

    /// <summary>Whether logout must end the provider's session too; null when unspecified.</summary>
    public bool? ProviderLogout { get; init; }

    public bool SingleSignOn { get; init; } = true;

    /// <summary>True where a second tab is meant to prompt again (bank-style applications).</summary>
    public bool SecondTabPrompt { get; init; }

    /// <summary>Longest a step may take before it is a warning.</summary>
    public TimeSpan MaxStep { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Idle limit of the provider's session; null when unknown.</summary>
    public TimeSpan? SessionIdle { get; init; }

    /// <summary>Absolute limit of the provider's session; null when unknown.</summary>
    public TimeSpan? SessionAbsolute { get; init; }

    /// <summary>Allowance when clocks are compared.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What of this nobody said: it was inferred from the traffic. Empty where a scenario says what is right.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>The phases the scenario asked for, in order; a phase not asked for makes its checks not applicable.</summary>
    public IReadOnlyList<Session.PhaseName> Journey { get; init; } = [];
}

/// <summary>Whether a login prompt is due.</summary>
public enum ExpectedPrompt
{
    Required,
    None,
    Any,
}

/// <summary>An error that a negative test expects.</summary>
public sealed record ExpectedError(string Error, string? Check);
