using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using Prober.Lab.Applications;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Federation;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Saml;
using Prober.Lab.Upstream;

namespace Prober.Lab;

/// <summary>
/// One broken thing. Each member is a place where the lab can be bent; all of them do nothing here, so a fault states
/// only what it changes. Behaviours keep no state: one object serves every lab of a process.
/// </summary>
internal abstract class FaultBehaviour
{
    public abstract FaultInfo Info { get; }

    /// <summary>The lab as a whole: names, lifetimes, pages.</summary>
    public virtual LabOptions Prepare(LabOptions options) => options;

    /// <summary>The person whose credentials the scenario is given.</summary>
    public virtual LabUser Visitor => LabUsers.Alice;

    // The identity provider.
    public virtual IReadOnlyList<LabUser> Users(IReadOnlyList<LabUser> users) => users;

    public virtual RegisteredClient Register(RegisteredClient client) => client;

    /// <summary>Refuses a person whatever the password; null leaves that to the password.</summary>
    public virtual CredentialRefusal? Refusal(LabUser user) => null;

    /// <summary>A logout has to name its application, by <c>id_token_hint</c> or <c>client_id</c>.</summary>
    public virtual bool LogoutNeedsHint => false;

    public virtual TimeProvider ProviderClock(TimeProvider clock) => clock;

    public virtual void InFrontOfProvider(IApplicationBuilder provider)
    {
    }

    public virtual LoginScreen? LoginScreen => null;

    /// <summary>What opens the links of a mail before it is delivered, by its user agent; null for nothing.</summary>
    public virtual string? MailScanner => null;

    public virtual IReadOnlyList<OfferedCookie> SessionCookies(IReadOnlyList<OfferedCookie> cookies) => cookies;

    /// <summary>Runs when a login is complete and before the answer; writing a response ends it there.</summary>
    public virtual Task BeforeResumeAsync(HttpContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual void AlterAuthorizationResponse(OpenIddictResponse response)
    {
    }

    public virtual bool IgnoresMaxAge => false;

    public virtual TimeSpan IdentityTokenLifetime => TimeSpan.FromHours(10);

    public virtual IReadOnlyCollection<string> WithheldFromIdentityToken => [];

    public virtual IReadOnlyCollection<string> WithheldFromUserInfo => [];

    public virtual string AlterIdentityToken(string token) => token;

    /// <summary>What the provider says by SAML or WS-Federation.</summary>
    public virtual SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft;

    // The provider behind it.
    /// <summary>What the upstream provider says by SAML.</summary>
    public virtual SamlResponseDraft AlterUpstreamResponse(SamlResponseDraft draft) => draft;

    public virtual UpstreamClient RegisterBroker(UpstreamClient client) => client;

    public virtual OpenIdConnectUpstream Ask(OpenIdConnectUpstream connection) => connection;

    public virtual void InFrontOfUpstream(IApplicationBuilder upstream)
    {
    }

    /// <summary>What the upstream provider answers to everybody who has signed in there.</summary>
    public virtual (string Code, string Description)? UpstreamError => null;

    /// <summary>The upstream provider signs people in and keeps them, on its own start page.</summary>
    public virtual bool UpstreamKeepsPerson => false;

    /// <summary>The upstream provider ends its session and keeps the browser.</summary>
    public virtual bool UpstreamLogoutStays => false;

    // What the identity provider's management API tells, in Auth0's shapes.

    /// <summary>Runs over the whole log each time it is asked for; what is taken out was never logged.</summary>
    public virtual IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => events;

    /// <summary>Runs over all users each time the directory is asked.</summary>
    public virtual IReadOnlyList<JsonObject> AlterUserRecords(IReadOnlyList<JsonObject> users) => users;

    /// <summary>Runs over all connections, with their <c>enabled_clients</c>, each time settings are asked for.</summary>
    public virtual IReadOnlyList<JsonObject> AlterConnections(IReadOnlyList<JsonObject> connections) => connections;

    public virtual JsonObject AlterClient(JsonObject client) => client;

    public virtual JsonObject AlterTenantSettings(JsonObject settings) => settings;

    /// <summary>Organizations with <c>id</c>, <c>name</c> and the names of their connections under <c>connections</c>; a healthy lab has none.</summary>
    public virtual IReadOnlyList<JsonObject> Organizations => [];

    /// <summary>Bindings of the post-login trigger.</summary>
    public virtual IReadOnlyList<JsonObject> Actions => [];

    /// <summary>What the provider's server writes into its own log file as an error beside an event; null for nothing.</summary>
    public virtual string? ServerError(ProviderEvent entry) => null;

    /// <summary>An answer instead of the right one to a path such as <c>/api/v2/logs</c>; null lets the right one through.</summary>
    public virtual ManagementFailure? ManagementFailure(string path) => null;

    // The applications.
    public virtual TimeProvider ApplicationClock(ApplicationKind application, TimeProvider clock) => clock;

    public virtual ApplicationProfile Wire(ApplicationProfile application) => application;

    public virtual void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
    }

    public virtual void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
    }

    public virtual void AdjustCookie(ApplicationProfile application, CookieAuthenticationOptions options)
    {
    }
}
