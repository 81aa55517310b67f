using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>What a person does when no browser could be installed, in one sentence.</summary>
internal static class Advice
{
    public static string For(BrowserSettings settings, MachineSystem system) => settings switch
    {
        { BrowserName: not "chromium" } =>
            $"Let this machine reach cdn.playwright.dev and run \"prober install\"; {settings.BrowserName} is to be had from there only.",
        { Channel: { } channel and not "chromium" } => $"Install {channel}, or take the key channel out of playwright.config.json.",
        _ when system == MachineSystem.Linux =>
            "Install the package chromium-headless-shell, chromium or google-chrome-stable as root, or name a browser in launchOptions.executablePath of playwright.config.json.",
        _ => "Install Google Chrome, or name a browser in launchOptions.executablePath of playwright.config.json.",
    };
}
