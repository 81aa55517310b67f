using System.Text.Json.Serialization;

namespace Prober.Browser.Pages;

/// <summary>What a look is asked to find beside the plain facts.</summary>
internal sealed record LookRequest
{
    /// <summary>Fingerprint of the look already known; the page answers when it differs.</summary>
    public string? Known { get; init; }

    /// <summary>How long the page may wait for a difference.</summary>
    public int WaitMs { get; init; }

    /// <summary>How long a difference must have stood before the page answers with it.</summary>
    public int SettleMs { get; init; }

    public IReadOnlyDictionary<string, LookMarker> Markers { get; init; } = new Dictionary<string, LookMarker>();

    public string ErrorSelectors { get; init; } = "";

    public string CaptchaSelectors { get; init; } = "";

    /// <summary>When to read web storage too: <c>signed-in</c> (with the marker), <c>always</c>, or never.</summary>
    public string? Storage { get; init; }
}

/// <summary>A scenario's marker in the terms of <c>page-look.js</c>.</summary>
internal sealed record LookMarker(string Kind, string Value, string? Name = null, string? Css = null);

[JsonSerializable(typeof(LookRequest))]
[JsonSerializable(typeof(PageLook))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class LookJson : JsonSerializerContext;
