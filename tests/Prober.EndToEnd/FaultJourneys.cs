using Prober.Lab;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>
/// How much of its scenario a fault needs in order to show all that it shows: what is wrong with a claim stands in the login's token, whatever
/// comes after. A fault belongs here only while its recorded result is that of the whole journey, and is walked whole otherwise.
/// </summary>
internal static class FaultJourneys
{
    /// <summary>Named at the login, and harmless to what comes after it.</summary>
    private static readonly Fault[] ShownByTheLogin =
    [
        Fault.RateLimitedOnce, Fault.AnalyticsBlocked, Fault.PasswordExpiring, Fault.LogEmpty, Fault.TwinUsers, Fault.UpstreamAssertionWithoutEmail, Fault.MapperForgetsDepartment,
        Fault.CodeRedeemedTwice, Fault.EmailOnlyInUserInfo, Fault.SamlNameIdMissing, Fault.SamlGroupsMissing, Fault.StaleServiceToken, Fault.GroupsIgnored, Fault.TokenInAddress,
    ];

    /// <summary>A matter of the session, which a second tab shows.</summary>
    private static readonly Fault[] ShownByTheSecondTab = [Fault.TabStorageOnly, Fault.MaxAgeIgnored];

    /// <summary>The second application suffers from it; a second tab and a logout do not.</summary>
    private static readonly Fault[] ShownByTheSecondApplication =
    [
        Fault.UpstreamScopeWithoutEmail, Fault.EmailClaimMissing, Fault.GroupsClaimDropped, Fault.GroupOverage, Fault.KeysUnreachable, Fault.WrongTokenHash, Fault.PrivateWindow,
        Fault.OtherProviderHost, Fault.SessionIdleElapsed, Fault.SessionLifetimeElapsed, Fault.SecondApplicationPrompts, Fault.SecondApplicationWithoutConnection,
        Fault.SecondApplicationScope, Fault.EmbeddedWebView,
    ];

    /// <summary>The provider's session is not there, or not for frames: a second tab and a second application each tell.</summary>
    private static readonly Fault[] ShownBeforeTheLogout = [Fault.SessionCookieInsecure, Fault.SessionCookieMissing, Fault.SessionDroppedAfterLogin, Fault.ThirdPartyCookiesBlocked];

    /// <summary>Shown by the logout from both applications; how many tabs there were is nothing to it.</summary>
    private static readonly Fault[] ShownByTheLogout =
    [
        Fault.UnknownSigningKey, Fault.UnsignedToken, Fault.LogoutUrlNotAllowed, Fault.LogoutWithoutAddress, Fault.LogoutHintMissing, Fault.LogoutAsksBack, Fault.LocalLogoutOnly,
        Fault.LogoutByFetch, Fault.FederatedLogoutMissing, Fault.FederatedLogoutUnwanted, Fault.UpstreamLogoutStays, Fault.LogoutToCallback, Fault.RootServesLoginAndLogout,
        Fault.SignedOutPageLogsIn, Fault.SignedOutPagePrompts, Fault.SecondApplicationStaysIn, Fault.BackChannelLogoutRefused, Fault.PageKeptAfterLogout,
    ];

    private static readonly Dictionary<Fault, Type[]> Phases = new (Fault[] Faults, Type[] Phases)[]
    {
        (ShownByTheLogin, [typeof(LoginPhase)]),
        (ShownByTheSecondTab, [typeof(LoginPhase), typeof(SecondTabPhase)]),
        (ShownByTheSecondApplication, [typeof(LoginPhase), typeof(SsoPhase)]),
        (ShownBeforeTheLogout, [typeof(LoginPhase), typeof(SecondTabPhase), typeof(SsoPhase)]),
        (ShownByTheLogout, [typeof(LoginPhase), typeof(SsoPhase), typeof(LogoutPhase), typeof(SignedOutPhase)]),
    }.SelectMany(group => group.Faults, (group, fault) => (fault, group.Phases)).ToDictionary();

    /// <summary>Whether a phase of that kind is walked, if the scenario has one.</summary>
    public static bool Has<TPhase>(Fault fault) where TPhase : JourneyStep => !Phases.TryGetValue(fault, out var kept) || kept.Contains(typeof(TPhase));

    /// <summary>The scenario with the phases that the fault needs.</summary>
    public static Scenario Shorten(Scenario scenario, Fault fault) =>
        Phases.TryGetValue(fault, out var kept) ? scenario with { Journey = [.. scenario.Journey.Where(step => kept.Contains(step.GetType()))] } : scenario;
}
