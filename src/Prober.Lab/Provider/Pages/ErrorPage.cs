using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>
/// What a person sees when the provider cannot go on, with Auth0's documented parameters in the page: error,
/// error_description, client_id, connection, lang and tracking.
/// </summary>
internal static class ErrorPage
{
    /// <summary>Shows OpenIddict's refusal of the request, if there is one.</summary>
    public static async Task<bool> ShowRefusalAsync(HttpContext context)
    {
        if (context.GetOpenIddictServerResponse() is not { Error: { } error } refusal)
            return false;

        var clientId = context.GetOpenIddictServerRequest()?.ClientId;
        await ShowAsync(context, error, refusal.ErrorDescription ?? "", clientId);
        return true;
    }

    public static async Task<LoginTransaction?> FindTransactionAsync(HttpContext context, Tenant tenant)
    {
        if (tenant.Transactions.Find(context.Request.Query["state"]) is { } transaction)
            return transaction;

        await ShowAsync(context, "invalid_request",
            "We couldn't find your session. Please go back to the application and try again.", clientId: null);
        return null;
    }

    public static Task NoUpstreamTransactionAsync(HttpContext context) => ShowAsync(
        context, "invalid_request", "There is no login with an upstream identity provider under way (state not found).", clientId: null);

    public static Task ShowAsync(HttpContext context, string error, string description, string? clientId)
    {
        var page = ProviderLayout.Render("Oops!, something went wrong", $"""
            <p class="lead" id="error-description">{Markup.Encode(description)}</p>
            <details open>
              <summary>Technical details</summary>
              <dl class="facts">
                <dt>error</dt><dd data-error="{Markup.Encode(error)}">{Markup.Encode(error)}</dd>
                <dt>error_description</dt><dd>{Markup.Encode(description)}</dd>
                <dt>client_id</dt><dd>{Markup.Encode(clientId)}</dd>
                <dt>connection</dt><dd>{Markup.Encode(context.Request.Query["connection"])}</dd>
                <dt>lang</dt><dd>en</dd>
                <dt>tracking</dt><dd>{Identifiers.New()[..20]}</dd>
              </dl>
            </details>
            """);
        return context.Response.WriteHtmlAsync(page, context.RequestAborted, StatusCodes.Status400BadRequest);
    }
}
