using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>Both fields on one page, and a counter of somebody else's beside them.</summary>
internal sealed class AnalyticsScreen(string script) : LoginScreen
{
    private readonly CombinedScreen screen = new();

    public override string Entry(LoginForm form) => screen.Entry(form)
        .Replace("</head>", $"""<script async src="{Markup.Encode(script)}"></script></head>""", StringComparison.Ordinal);
}
