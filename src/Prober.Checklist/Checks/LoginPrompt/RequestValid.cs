using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Tells a request that was sent from one that was accepted.</summary>
public sealed class RequestValid : Check
{
    private static readonly Dictionary<string, string> ReasonByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["unauthorized_client"] = "client-not-allowed",
        ["unsupported_response_type"] = "response-type-not-allowed",
        ["unsupported_response_mode"] = "response-type-not-allowed",
        ["invalid_scope"] = "unknown-scope",
        ["invalid_target"] = "unknown-audience",
        ["invalid_resource"] = "unknown-audience",
        ["invalid_client"] = "unknown-client",
        ["unknown_client"] = "unknown-client",
        ["AADSTS700016"] = "unknown-client",
        ["invalid_request_uri"] = "request-object-refused",
        ["invalid_request_object"] = "request-object-refused",
        ["request_not_supported"] = "request-object-refused",
        ["request_uri_not_supported"] = "request-object-refused",
    };

    public override CheckInfo Info { get; } = new(
        "login-prompt-request-valid", Stage.LoginPrompt, CheckClass.Root,
        "Did the identity provider accept the authorization request?",
        "A refused request ends on an error page of the provider before any password matters; redirect URIs that differ in one character are the usual cause.",
        "Compare the application's registration at the identity provider with the parameters it sends: client id, redirect URI, response type, scope.")
    {
        DependsOn = ["login-prompt-authorize-seen"],
        Owner = FaultOwner.Configuration,
        AnsweredBy = "a recording that goes on until the login page or the callback",
        References = ["RFC 6749 sections 3.1.2 and 4.1.2.1", "RFC 9700 section 2.1"],
        Reasons = new Dictionary<string, string>
        {
            ["accepted"] = "the login page, an upstream provider or the application was reached",
            ["redirect-uri-not-registered"] = "the redirect URI is not among the registered ones",
            ["trailing-slash"] = "it differs from the registered one in a slash at the end",
            ["scheme"] = "it differs in http or https",
            ["host"] = "it differs in the host",
            ["localhost-or-loopback"] = "one says localhost, the other a loopback address",
            ["port"] = "it differs in the port",
            ["path-case"] = "it differs in upper and lower case of the path",
            ["path"] = "it differs in the path",
            ["query"] = "it differs in the query",
            ["fragment"] = "it has a fragment, which is never allowed",
            ["unknown-client"] = "the client id is not known",
            ["client-not-allowed"] = "the client may not use this flow",
            ["response-type-not-allowed"] = "the response type or mode is not enabled",
            ["unknown-scope"] = "a scope is unknown or not allowed",
            ["unknown-audience"] = "the audience or resource is unknown",
            ["request-object-refused"] = "the pushed or signed request was refused",
            ["refused"] = "refused for another reason, quoted in the summary",
            ["no-request"] = "the provider started the login, so there was no request",
            ["no-answer"] = "no answer was recorded",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Decisive is not { } transaction)
            return Finding.Inconclusive("no-answer", "No authorization request of a person was recorded.");
        if (transaction.IsUnsolicited) return Finding.NotApplicable("no-request", "The login was started by the provider; there was no request to accept.");
        var error = course.Errors.FirstOrDefault(error => error.Owner == Info.Id);
        if (error is not null && !course.Reached) return Refused(evidence, error);
        if (course.WasPrompted || transaction.Succeeded || course.Reached || evidence.Facts.Transactions.Any(inner => inner.IsUpstream))
            return Finding.Pass("accepted", "The identity provider accepted the request and went on with the login.",
                EvidencePointer.Har(transaction.Authorization.Index, "response.status", $"{transaction.Authorization.Response.Status}"));
        return course.OwnedByOther(Info.Id) ?? (AnsweredWithPage(evidence, transaction)
            ? Finding.Pass("accepted", "The identity provider answered with a page of its own and named no error.",
                EvidencePointer.Har(transaction.Chain[^1].Index, "response.status", $"{transaction.Chain[^1].Response.Status}"))
            : Finding.Inconclusive("no-answer", "What the identity provider answered was not recorded."));
    }

    private static bool AnsweredWithPage(EvidenceReader evidence, LoginTransaction transaction) =>
        transaction.Chain.LastOrDefault(evidence.Facts.IsDocument)?.Response.Status == 200;

    private static Finding Refused(EvidenceReader evidence, ReturnedError error)
    {
        var transaction = error.Transaction;
        var pointer = EvidencePointer.Har(error.Entry.Index, error.Where == ErrorPlace.Callback ? "request.query.error"
            : "response.content.error", $"{error.Code}: {error.Description}".TrimEnd(':', ' '));
        if (error.Diagnosis?.Contains("redirect URI", StringComparison.Ordinal) == true && transaction?.RedirectUri is { } sent)
            return WrongRedirect(evidence, transaction, sent, pointer);
        var reason = error.Diagnosis?.Contains("does not know this client", StringComparison.Ordinal) == true ? "unknown-client"
            : error.Diagnosis?.Contains("audience", StringComparison.Ordinal) == true ? "unknown-audience"
            : error.Diagnosis?.Contains("response type or mode", StringComparison.Ordinal) == true ? "response-type-not-allowed"
                : ReasonByCode.GetValueOrDefault(error.Code, "refused");
        var asked = reason switch
        {
            "unknown-client" => $"client_id={transaction?.ClientId}",
            "response-type-not-allowed" => $"response_type={transaction?.Parameters.GetValueOrDefault("response_type")}",
            "unknown-scope" => $"scope={transaction?.Parameters.GetValueOrDefault("scope")}",
            "unknown-audience" =>
                $"audience={transaction?.Parameters.GetValueOrDefault("audience") ?? transaction?.Parameters.GetValueOrDefault("resource")}",
            _ => $"client {transaction?.ClientId}",
        };
        return Finding.Fail(reason,
            $"The identity provider refused the request ({asked}) with {error.Code}{(error.Description is { } text ? $": {text}" : "")}.",
            pointer)
            with
        {
            Remedy = reason == "unknown-client"
                ? $"Register {transaction?.ClientId} at {error.Entry.Request.Uri?.Authority}, or correct the client id (and the tenant) in the application's settings." : null
        };
    }

    private static Finding WrongRedirect(EvidenceReader evidence, LoginTransaction transaction, string sent, EvidencePointer pointer)
    {
        var known = evidence.Expectations.Applications.Where(application =>
            application.Name == transaction.Application || application.ClientId == transaction.ClientId)
            .SelectMany(application => application.CallbackUrls)
            .Concat(AccountConnection.ClientOf(evidence, transaction.ClientId)?.CallbackUrls ?? []).Where(url => url != sent);
        EvidencePointer[] proof = [EvidencePointer.Har(transaction.Authorization.Index, "request.query.redirect_uri", sent), pointer];
        if (RedirectUris.Nearest(sent, known) is not (var registered, var difference) || difference == "same")
        {
            return Finding.Fail("redirect-uri-not-registered", $"The identity provider does not accept the redirect URI {sent}.", proof)
                with
            {
                Remedy =
                    $"Register exactly {sent} for client {transaction.ClientId}, or make the application send a registered one. Look for http instead of https behind a proxy, a slash at the end, upper and lower case, and the port."
            };
        }

        var position = sent.Zip(registered).TakeWhile(pair => pair.First == pair.Second).Count();
        return Finding.Fail(difference,
            $"The application sends the redirect URI {sent}, registered is {registered}: they differ from character {position + 1} on ({difference}).", proof)
            with
        {
            Remedy = difference == "scheme"
                ? $"Make the application build {registered} (behind a proxy that ends TLS: forward X-Forwarded-Proto and trust it), or register {sent}." : $"Register exactly {sent} for client {transaction.ClientId}, or make the application send {registered}."
        };
    }
}
