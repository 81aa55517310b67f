namespace Prober.Scenarios;

/// <summary>What a healthy run shows.</summary>
public sealed record ExpectSettings
{
    /// <summary><c>required</c>, <c>none</c> or <c>any</c>: whether a fresh browser is asked for credentials.</summary>
    public string Prompt { get; init; } = "required";

    /// <summary>An OAuth error that is the right answer here (negative test).</summary>
    public string? Error { get; init; }

    /// <summary>The check that passes when <see cref="Error"/> is seen.</summary>
    public string? Check { get; init; }

    public bool? Mfa { get; init; }

    public bool? Consent { get; init; }

    /// <summary>Claims every application needs: name to pattern, or null when presence is enough.</summary>
    public IReadOnlyDictionary<string, string?> Claims { get; init; } = new Dictionary<string, string?>();

    /// <summary>Attributes that the user's record and every assertion must hold: name to pattern, or null when presence is enough.</summary>
    public IReadOnlyDictionary<string, string?> Attributes { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Amr { get; init; } = [];

    public string? Acr { get; init; }

    public TimeSpan? MaxAge { get; init; }

    public bool? FederatedLogout { get; init; }

    /// <summary>Whether logout must end the provider's session.</summary>
    public bool? ProviderLogout { get; init; }

    public bool Sso { get; init; } = true;

    public bool SecondTabPrompt { get; init; }

    public TimeSpan MaxStep { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Idle limit of the provider's session.</summary>
    public TimeSpan? SessionIdle { get; init; }

    /// <summary>Absolute limit of the provider's session.</summary>
    public TimeSpan? SessionAbsolute { get; init; }

    /// <summary>Allowance when clocks are compared.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(60);
}
