namespace Prober.Lab;

/// <summary>Every fault of the lab, in the order of the catalogue they are numbered by.</summary>
public static class Faults
{
    private static readonly IReadOnlyList<FaultBehaviour> Behaviours =
    [
        new DeadLoginButtonFault(),
        new SilentProbesOnlyFault(),
        new UnknownClientFault(),
        new RedirectUriSchemeFault(),
        new RedirectUriTrailingSlashFault(),
        new ConnectionDisabledFault(),
        new ProviderUnavailableFault(),
        new LoginScriptBlockedFault(),
        new WrongPasswordFault(),
        new PasswordExpiredFault(),
        new AccountLockedFault(),
        new SessionCookieInsecureFault(),
        new SessionCookieMissingFault(),
        new SessionDroppedAfterLoginFault(),
        new SecureCookieOverHttpFault(),
        new CallbackProtectedFault(),
        new CallbackCrashFault(),
        new CallbackNeverCalledFault(),
        new StateMismatchFault(),
        new CodeRedeemedTwiceFault(),
        new TokenCorsBlockedFault(),
        new EmailClaimMissingFault(),
        new EmailOnlyInUserInfoFault(),
        new MalformedTokenFault(),
        new UnknownSigningKeyFault(),
        new UnsignedTokenFault(),
        new WrongIssuerFault(),
        new WrongAudienceFault(),
        new ProviderClockSlowFault(),
        new NonceMismatchFault(),
        new WrongTokenHashFault(),
        new MaxAgeIgnoredFault(),
        new PrivateWindowFault(),
        new SessionIdleElapsedFault(),
        new SecondApplicationPromptsFault(),
        new LogoutUrlNotAllowedFault(),
        new LogoutWithoutAddressFault(),
        new LogoutAsksBackFault(),
        new LocalLogoutOnlyFault(),
        new LogoutByFetchFault(),
        new LogoutToCallbackFault(),
        new RootServesLoginAndLogoutFault(),
        new SignedOutPageLogsInFault(),
        new SignedOutPagePromptsFault(),
    ];

    public static IReadOnlyList<FaultInfo> All { get; } = [.. Behaviours.Select(behaviour => behaviour.Info)];

    internal static FaultBehaviour For(Fault? fault) =>
        fault is { } named ? Behaviours.Single(behaviour => behaviour.Info.Fault == named) : HealthyLab.Instance;
}
