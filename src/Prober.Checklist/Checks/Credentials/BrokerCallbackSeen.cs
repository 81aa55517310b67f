using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>For a login at an upstream provider: did that provider send the browser back to the broker?</summary>
public sealed class BrokerCallbackSeen : Check
{
    private const string Id = "credentials-broker-callback-seen";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Credentials, CheckClass.Root,
        "Did the upstream provider send the browser back to the identity provider?",
        "A federated login that never comes back leaves no trace in the broker's log; only the browser saw where it went.",
        "Compare the callback (ACS) URL registered upstream with the one the broker sends; else read the error that the upstream page shows.")
    {
        DependsOn = ["login-prompt-authorize-seen"],
        Owner = FaultOwner.Upstream,
        AnsweredBy = "a recording that goes on after the upstream provider's page",
        References = ["https://auth0.com/docs/authenticate/identity-providers", "SAML 2.0 Bindings section 3.5"],
        Reasons = new Dictionary<string, string>
        {
            ["returned"] = "the upstream provider answered to the broker's callback",
            ["no-upstream"] = "the account belongs to the provider itself",
            ["returned-error"] = "the upstream provider answered with an error",
            ["state-lost"] = "the broker did not know the answer's session any more",
            ["returned-twice"] = "the answer came twice",
            ["never-returned"] = "credentials were entered upstream, and the browser never came back to the broker",
            ["returned-elsewhere"] = "the browser went from the upstream provider to another place",
            ["ends-at-upstream"] = "the evidence ends on the upstream provider's page",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (UpstreamLogin.Of(evidence, course) is not { } upstream)
            return Finding.NotApplicable("no-upstream", "The login went to no provider behind the identity provider.");
        return upstream.Callbacks is [var callback, ..] ? Returned(upstream, callback) : NotReturned(evidence, course, upstream);
    }

    private static Finding Returned(UpstreamLogin upstream, HarEntry callback)
    {
        var proof = EvidencePointer.Har(callback.Index, "request.url", callback.Request.Url.Split('?')[0]);
        if (upstream.Error is { } error)
            return Finding.Warn("returned-error", $"{upstream.Host} came back to the broker with the error '{error}'.", proof);
        if (callback.Response.Status is >= 400 and < 500)
            return Finding.Warn("state-lost",
                $"{upstream.Host} came back, but the broker answered {callback.Response.Status}: it no longer knew the login.", proof) with
            { Fault = FaultOwner.IdentityProvider, Remedy = "Start again from the application: back button, two tabs or a lost cookie cost the login its session." };
        return upstream.Callbacks.Count > 1
            ? Finding.Warn("returned-twice", "The upstream provider's answer came twice: a double submit or the back button.", proof)
            : Finding.Pass("returned", $"{upstream.Host} sent the browser back to {callback.Request.Uri?.AbsolutePath}.", proof);
    }

    private static Finding NotReturned(EvidenceReader evidence, LoginCourse course, UpstreamLogin upstream)
    {
        if (upstream.Stray is { } stray)
            return Finding.Fail("returned-elsewhere",
                $"After {upstream.Host} the browser came to {stray.Request.Url.Split('?')[0]}, not to the broker's callback {upstream.Expected}.",
                EvidencePointer.Har(stray.Index, "request.url", stray.Request.Url.Split('?')[0]));
        if (course.OwnedByOther(Id) is { } owned) return owned;
        var last = upstream.Last;
        if (upstream.Submission is null || (!course.IsLive && upstream.Transaction is null) || (!course.IsLive && evidence.Facts.RoleOf(last) is EndpointRole.LoginPage or EndpointRole.CredentialPost))
            return Finding.Inconclusive("ends-at-upstream", $"The evidence ends at {last.Request.Uri?.Authority}{last.Request.Uri?.AbsolutePath}, before any answer.");
        return Finding.Fail("never-returned",
            $"Credentials were entered at {upstream.Host}, but the browser never came back to {upstream.Expected}; it ended at {last.Request.Url.Split('?')[0]}.",
            EvidencePointer.Har(last.Index, "request.url", last.Request.Url.Split('?')[0]));
    }
}
