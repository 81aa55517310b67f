using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>Whether the broker's callback is registered at the upstream provider as the broker sends it.</summary>
public sealed class UpstreamCallbackUrl : Check
{
    private const string Id = "credentials-upstream-callback-url";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Credentials, CheckClass.Root,
        "Does the upstream provider know the identity provider's callback URL?",
        "After a move to a custom domain the upstream provider still knows the old address, and every federated login ends on its error page.",
        "Register the callback (ACS) URL that the broker sends at the upstream provider, exactly; after switching on a custom domain register both hosts.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "a recording of a login at the upstream provider",
        References = ["https://auth0.com/docs/authenticate/identity-providers", "RFC 6749 section 3.1.2.3"],
        Reasons = new Dictionary<string, string>
        {
            ["registered"] = "the upstream provider answered to the URL that was sent",
            ["no-upstream"] = "the account belongs to the provider itself",
            ["not-registered"] = "the upstream provider does not accept the callback URL",
            ["refused"] = "the upstream provider refused the broker's request for another reason",
            ["answered-elsewhere"] = "the upstream provider answered to another URL than the one that was sent",
            ["addressed-elsewhere"] = "the assertion is addressed (Destination, Recipient) to another URL than the one that received it",
            ["other-host"] = "the callback is on another host of the provider than the one people log in at",
            ["not-seen"] = "the evidence holds no answer of the upstream provider",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } error && !course.Reached) return Refused(error);
        if (UpstreamLogin.Of(evidence, course) is not { } upstream)
            return evidence.Expectations.Provider.UpstreamHosts.Count > 0 && !course.Reached
                ? course.OwnedByOther(Id) ?? Finding.Inconclusive("not-seen", "The login never came to the upstream provider.")
                : Finding.NotApplicable("no-upstream", "The login went to no provider behind the identity provider.");
        if (upstream.Stray is { } stray && upstream.Transaction?.RedirectUri is not null) return Elsewhere(upstream, stray);
        return upstream.Callbacks is [var callback, ..] ? Misaddressed(evidence, course, upstream, callback) ?? Answered(evidence, upstream, callback)
            : course.OwnedByOther(Id) ?? Finding.Inconclusive("not-seen", "No answer of the upstream provider was recorded.");
    }

    private static Finding Refused(ReturnedError error)
    {
        var sent = error.Transaction?.RedirectUri;
        var host = error.Entry.Request.Uri?.Authority;
        EvidencePointer[] proof = [EvidencePointer.Har(error.Entry.Index, "response.content.error", error.Description ?? error.Code),
            .. error.Transaction is { } login ? [EvidencePointer.Har(login.Authorization.Index, "request.query.redirect_uri", sent)] : Array.Empty<EvidencePointer>()];
        return error.Diagnosis?.Contains("redirect URI", StringComparison.Ordinal) == true
            ? Finding.Fail("not-registered", $"{host} does not accept the broker's callback {sent}: {error.Description ?? error.Code}.", proof) with
            { Remedy = $"Register exactly {sent} at {host} as redirect URI (ACS URL). After switching on a custom domain register the old and the new host." }
            : Finding.Fail("refused", $"{host} refused the broker's request with {error.Code}{(error.Description is { } said ? $": {said}" : "")}.", proof) with
            { Remedy = $"Compare the client id, callback URL and scopes of the connection with the registration at {host}." };
    }

    private static Finding Elsewhere(UpstreamLogin upstream, HarEntry stray)
    {
        var there = stray.Request.Url.Split('?')[0];
        return Finding.Fail("answered-elsewhere",
            $"The broker asked {upstream.Host} to answer to {upstream.Expected}, but the answer went to {there} ({RedirectUris.Difference(there, upstream.Expected)} differs).",
            EvidencePointer.Har(stray.Index, "request.url", there), EvidencePointer.Har(upstream.Chain[0].Index, "request.query.redirect_uri", upstream.Expected));
    }

    // Auth0 and others tell connections apart by a query that a registration may lack, so the query does not count.
    private static Finding? Misaddressed(EvidenceReader evidence, LoginCourse course, UpstreamLogin upstream, HarEntry callback)
    {
        var here = callback.Request.Url.Split('?')[0];
        var wrong = (evidence.Bundle.Traffic.Value is null ? [] : evidence.Assertions).Where(message => message.Entry == callback.Index)
            .SelectMany(message => message.Assertions.SelectMany(assertion => assertion.Confirmations).Select(confirmation => ("Assertion/Subject/SubjectConfirmationData/@Recipient", confirmation.Recipient))
                .Prepend(("@Destination", message.Destination)))
            .FirstOrDefault(address => address.Item2 is { Length: > 0 } to && to.Split('?')[0] != here);
        if (wrong.Item2 is not { } there) return null;
        EvidencePointer[] proof = [EvidencePointer.Har(callback.Index, $"SAMLResponse/{wrong.Item1}", there), EvidencePointer.Har(callback.Index, "request.url", here)];
        var summary = $"{upstream.Host} addressed its assertion to {there}, but the broker received it at {here} ({RedirectUris.Difference(there, here)} differs).";
        return (course.Reached ? Finding.Warn("addressed-elsewhere", summary, proof) : Finding.Fail("addressed-elsewhere", summary, proof)) with
        { Remedy = $"Register exactly {here} at {upstream.Host} as ACS URL; it becomes Destination and Recipient. After switching on a custom domain register the old and the new host." };
    }

    private static Finding Answered(EvidenceReader evidence, UpstreamLogin upstream, HarEntry callback)
    {
        var proof = EvidencePointer.Har(callback.Index, "request.url", callback.Request.Url.Split('?')[0]);
        var front = evidence.Facts.Interactive.FirstOrDefault()?.Authorization.Request.Uri?.Authority;
        return front is not null && callback.Request.Uri?.Authority is { } host && host != front
            ? Finding.Warn("other-host", $"People log in at {front}, but the upstream provider answers to {host}: a custom domain is used halfway.", proof)
            : Finding.Pass("registered", $"{upstream.Host} answered to {callback.Request.Url.Split('?')[0]}, as the broker asked.", proof);
    }
}
