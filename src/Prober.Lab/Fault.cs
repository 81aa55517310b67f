namespace Prober.Lab;

/// <summary>What can be broken. <see cref="Faults.All"/> tells what each means for a checklist.</summary>
public enum Fault
{
    /// <summary>F01: The script behind Portal's login button is gone (404), so a click does nothing.</summary>
    DeadLoginButton,
    /// <summary>F02: Notes takes <c>login_required</c> for an answer and never starts an interactive login.</summary>
    SilentProbesOnly,
    /// <summary>F03: Portal's login button makes a background request, which ends at the provider's door.</summary>
    LoginCalledByScript,
    /// <summary>F05: Portal is configured with another stage's client identifier.</summary>
    UnknownClient,
    /// <summary>F06: The registered callback says https where Portal says http, or the other way round.</summary>
    RedirectUriScheme,
    /// <summary>F07: One character too many in the registered callback.</summary>
    RedirectUriTrailingSlash,
    /// <summary>F08: Portal's registration is for another flow.</summary>
    ResponseTypeNotAllowed,
    /// <summary>F09: A scope of another stage found its way into Portal's settings.</summary>
    UnknownScope,
    /// <summary>F10: The provider requires PKCE, and Portal does not do it.</summary>
    CodeChallengeMissing,
    /// <summary>F11: Portal's request carries the parameter state twice.</summary>
    DuplicateState,
    /// <summary>F12: Portal names its connection, and the connection was switched off for Portal.</summary>
    ConnectionDisabled,
    /// <summary>F13: Nobody enabled a connection for Portal.</summary>
    NoConnections,
    /// <summary>F14: The connection is enabled for Portal, and was forgotten for the organization that Portal asks for.</summary>
    OrganizationWithoutConnection,
    /// <summary>F15: The authorization endpoint is down while the rest of the provider stands.</summary>
    ProviderUnavailable,
    /// <summary>F16: The provider's name is gone from the DNS that browsers ask.</summary>
    ProviderNameUnknown,
    /// <summary>F17: The upstream provider is down while the broker stands.</summary>
    UpstreamUnavailable,
    /// <summary>F18: Nobody renewed the provider's certificate.</summary>
    CertificateExpired,
    /// <summary>F19: The first request is told to wait, the second goes through.</summary>
    RateLimitedOnce,
    /// <summary>F20: A Content-Security-Policy was added to a login page whose fields are drawn by a script.</summary>
    LoginScriptBlocked,
    /// <summary>F21: An inline script of the login page's template throws.</summary>
    LoginTemplateBroken,
    /// <summary>F22: A blocker stops a counter that the login page does not need.</summary>
    AnalyticsBlocked,
    /// <summary>F23: Somebody changed the probe account's password and told nobody.</summary>
    WrongPassword,
    /// <summary>F24: Portal asks a user store of its own, in which the password is another.</summary>
    OneDoorRefuses,
    /// <summary>F25: Somebody changed the password, and every door knows it.</summary>
    WrongPasswordEverywhere,
    /// <summary>F26: The scenario's account is one whose password is too old.</summary>
    PasswordExpired,
    /// <summary>F27: The provider warns of a password that expires soon.</summary>
    PasswordExpiring,
    /// <summary>F28: The directory knows that the password has expired, and the page does not say so.</summary>
    DirectoryMasksExpiry,
    /// <summary>F29: The scenario's account is blocked, whatever the password.</summary>
    AccountLocked,
    /// <summary>F30: A one-time code is asked for that the scenario cannot give.</summary>
    SecondFactor,
    /// <summary>F31: The login form's address is http on a page of https.</summary>
    FormPostsToHttp,
    /// <summary>F31b: The page between password and application breaks on a click.</summary>
    InterludeScriptBroken,
    /// <summary>F32: The broker got a custom domain, and nobody told the upstream provider.</summary>
    UpstreamRedirectUriHost,
    /// <summary>F33: The upstream provider posts its answer to an address that the broker gave up.</summary>
    UpstreamReturnsToOldPath,
    /// <summary>F36: A scanner opens the link in the mail before the person does.</summary>
    LinkOpenedByScanner,
    /// <summary>F37: The session cookie is offered in a form no browser takes.</summary>
    SessionCookieInsecure,
    /// <summary>F38: Nothing lets the provider know the browser again.</summary>
    SessionCookieMissing,
    /// <summary>F39: Only the application remembers the person; the provider forgets at once.</summary>
    SessionDroppedAfterLogin,
    /// <summary>F40: Notes keeps its tokens in sessionStorage; that is harmless.</summary>
    TabStorageOnly,
    /// <summary>F41: Portal's session cookie cannot be kept at an untrusted http name.</summary>
    SecureCookieOverHttp,
    /// <summary>F42: A guard stands before the callback and sends everybody without a session to the login.</summary>
    CallbackProtected,
    /// <summary>F43: The provider denies the login, and Portal tries again at once.</summary>
    DeniedAndRetried,
    /// <summary>F44: Portal's cookie is larger than browsers keep.</summary>
    CookieTooLarge,
    /// <summary>F46: The log that was read knows nothing of a login that succeeded.</summary>
    LogEmpty,
    /// <summary>F47: The upstream provider forgets the request and shows its own start page.</summary>
    UpstreamKeepsPerson,
    /// <summary>F48: A rule lets only staff in.</summary>
    RuleRefuses,
    /// <summary>F49: Portal breaks on the answer; the provider has done its part.</summary>
    CallbackCrash,
    /// <summary>F50: The upstream provider answers, and the answer is no.</summary>
    UpstreamError,
    /// <summary>F51: The provider's own code breaks as the login ends.</summary>
    ServerException,
    /// <summary>F52: The account has a twin that came by another connection.</summary>
    TwinUsers,
    /// <summary>F53: An administrator blocked the account.</summary>
    UserBlocked,
    /// <summary>F54: The account is not in the directory, and the connection creates nobody.</summary>
    SignUpDisabled,
    /// <summary>F55: The upstream provider releases no e-mail address, in no form.</summary>
    UpstreamAssertionWithoutEmail,
    /// <summary>F56: An Action breaks on a profile it did not expect.</summary>
    ActionThrows,
    /// <summary>F57: The page that an Action redirects to makes up a state of its own.</summary>
    ActionRedirectLosesState,
    /// <summary>F58: The script that asks the tenant's own database gets no answer.</summary>
    DatabaseScriptTimesOut,
    /// <summary>F59: The directory has the department, and the connector's mapper does not copy it.</summary>
    MapperForgetsDepartment,
    /// <summary>F60: The broker does not ask for what its applications need.</summary>
    UpstreamScopeWithoutEmail,
    /// <summary>F61: The provider forgets where the person came from.</summary>
    CallbackNeverCalled,
    /// <summary>F62: A proxy's redirect loses the answer on its way to Portal.</summary>
    CallbackQueryDropped,
    /// <summary>F63: The answer carries the state of some other login.</summary>
    StateMismatch,
    /// <summary>F64: The answer comes as a POST, which the cookie with the state does not go with.</summary>
    LaxCookieFormPost,
    /// <summary>F65: The login begins at the www name and comes back to the bare one.</summary>
    CallbackOnOtherHost,
    /// <summary>F66: Portal's callback is answered from a cache.</summary>
    CallbackCached,
    /// <summary>F67: Notes is initialised twice, and each time redeems the code.</summary>
    CodeRedeemedTwice,
    /// <summary>F68: The secret was rotated at the provider and not at Portal.</summary>
    WrongClientSecret,
    /// <summary>F69: Notes' origin is missing among the allowed web origins.</summary>
    TokenCorsBlocked,
    /// <summary>F70: Notes does not ask for an ID token.</summary>
    OpenIdScopeMissing,
    /// <summary>F71: The e-mail address is released nowhere, though its scope was granted.</summary>
    EmailClaimMissing,
    /// <summary>F72: Applications that read the ID token alone miss the e-mail address.</summary>
    EmailOnlyInUserInfo,
    /// <summary>F73: The groups claim has a name that the provider keeps for itself, so it is dropped in silence.</summary>
    GroupsClaimDropped,
    /// <summary>F74: The groups are too many for the ID token.</summary>
    GroupOverage,
    /// <summary>F76: The ID token lost its signature, dot and all.</summary>
    MalformedToken,
    /// <summary>F78: Keys were rotated, and the new one was not published.</summary>
    UnknownSigningKey,
    /// <summary>F79: The provider's signing keys are not to be had.</summary>
    KeysUnreachable,
    /// <summary>F80: The ID token proves nothing.</summary>
    UnsignedToken,
    /// <summary>F81: The application uses a custom domain, the token still names the canonical one.</summary>
    WrongIssuer,
    /// <summary>F82: The ID token's audience is not the client that asked.</summary>
    WrongAudience,
    /// <summary>F83: The provider lives ten minutes in the past, with tokens that last four.</summary>
    ProviderClockSlow,
    /// <summary>F84: The clock of Notes' server is two minutes slow.</summary>
    ApplicationClockSlow,
    /// <summary>F85: The ID token belongs to another login.</summary>
    NonceMismatch,
    /// <summary>F86: ID token and access token come from different logins.</summary>
    WrongTokenHash,
    /// <summary>F87: The provider ignores <c>max_age</c>.</summary>
    MaxAgeIgnored,
    /// <summary>F89: The identity provider answers that it could not authenticate the person.</summary>
    SamlStatusAuthnFailed,
    /// <summary>F90: The response is addressed to somebody else.</summary>
    SamlDestinationHost,
    /// <summary>F91: The response answers another request, as after two tabs.</summary>
    SamlInResponseToUnknown,
    /// <summary>F92: The identity provider's clock is ahead of the application's.</summary>
    SamlNotYetValid,
    /// <summary>F93: The assertion is meant for another service provider.</summary>
    SamlWrongAudience,
    /// <summary>F94: The assertion may be presented somewhere else only.</summary>
    SamlWrongRecipient,
    /// <summary>F95: The identity provider signs with its next key, and the application still has the last one.</summary>
    SamlCertificateRolledOver,
    /// <summary>F97: The assertion names nobody; single logout will not know whom to log out.</summary>
    SamlNameIdMissing,
    /// <summary>F98: The groups are not released to this application.</summary>
    SamlGroupsMissing,
    /// <summary>F99: Nothing in the lab is broken; the journey itself changes browsers.</summary>
    PrivateWindow,
    /// <summary>F100: Billing asks the provider at its other name.</summary>
    OtherProviderHost,
    /// <summary>F101: Sessions idle out after four seconds, and Portal's link to the second application takes five.</summary>
    SessionIdleElapsed,
    /// <summary>F102: Sessions end after fifteen seconds in any case, and Portal's link to the second application takes sixteen.</summary>
    SessionLifetimeElapsed,
    /// <summary>F103: Billing's request forces a prompt.</summary>
    SecondApplicationPrompts,
    /// <summary>F104: The SAML application insists on fresh credentials.</summary>
    SecondApplicationForcesAuthn,
    /// <summary>F105: The connection was enabled for Portal and forgotten for Billing.</summary>
    SecondApplicationWithoutConnection,
    /// <summary>F106: Billing asks for less than Portal, and needs as much.</summary>
    SecondApplicationScope,
    /// <summary>F107: Nothing in the lab is broken; the browser is one that an application embeds.</summary>
    EmbeddedWebView,
    /// <summary>F108: A silent request is refused because the person has not consented yet.</summary>
    ConsentRequired,
    /// <summary>F109: The provider's cookies do not go with frames of other sites.</summary>
    ThirdPartyCookiesBlocked,
    /// <summary>F110: Portal's API refuses a token that was kept too long, and only Portal's log says so.</summary>
    StaleServiceToken,
    /// <summary>F111: Portal looks for roles under a name that no token has, and finds none.</summary>
    GroupsIgnored,
    /// <summary>F112: The provider refuses to send the browser back after logout.</summary>
    LogoutUrlNotAllowed,
    /// <summary>F113: Logout with a client identifier alone ends wherever the list begins.</summary>
    LogoutWithoutAddress,
    /// <summary>F114: The provider wants to know who asks for the logout.</summary>
    LogoutHintMissing,
    /// <summary>F115: Without a hint nobody can tell whether the person meant it.</summary>
    LogoutAsksBack,
    /// <summary>F116: The next login passes without a prompt.</summary>
    LocalLogoutOnly,
    /// <summary>F117: Logout has to be a navigation, and here it is a background request.</summary>
    LogoutByFetch,
    /// <summary>F118: Portal's logout stops at the broker, and the next login passes upstream unasked.</summary>
    FederatedLogoutMissing,
    /// <summary>F119: A parameter that means yes whatever it says.</summary>
    FederatedLogoutUnwanted,
    /// <summary>F120: A person who logs out ends on the upstream provider's page.</summary>
    UpstreamLogoutStays,
    /// <summary>F121: The logout URL is the callback URL.</summary>
    LogoutToCallback,
    /// <summary>F122: A single-page application that needs one address only.</summary>
    RootServesLoginAndLogout,
    /// <summary>F123: Logging out looks as if it did nothing.</summary>
    SignedOutPageLogsIn,
    /// <summary>F124: Logging out ends at a password prompt.</summary>
    SignedOutPagePrompts,
    /// <summary>F125: Billing never hears of the logout.</summary>
    SecondApplicationStaysIn,
    /// <summary>F126: Billing refuses the provider's logout message.</summary>
    BackChannelLogoutRefused,
    /// <summary>F127: Back shows an old page after logout; that is no session.</summary>
    PageKeptAfterLogout,
    /// <summary>F129: Portal keeps the state of a login in one cookie, whichever tab it is of.</summary>
    SharedStateCookie,
    /// <summary>F130: Notes sends its access token where every log on the way keeps it.</summary>
    TokenInAddress,
}
