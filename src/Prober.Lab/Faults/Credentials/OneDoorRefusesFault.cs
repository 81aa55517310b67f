using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Portal asks a user store of its own, in which the password is another.</summary>
internal sealed class OneDoorRefusesFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.OneDoorRefuses, "F24", "one-door-refuses",
        "The password is refused at Portal and right at Billing.", "credentials-no-error-shown")
    {
        MustNotFail = ["credentials-alternate-path"],
        ScenarioTweak = "Billing is the alternate door.",
    };

    private const string Mark = "lab_store";

    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use(async (context, next) =>
    {
        if (context.Request.Path == Paths.Authorize && context.Request.Query["client_id"] == "portal")
        {
            context.Response.Cookies.Append(Mark, "portal");
        }
        else if (context.Request.Path == Paths.Password && context.Request.HasFormContentType && context.Request.Cookies.ContainsKey(Mark))
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            context.Request.Form = new FormCollection(form.ToDictionary(
                field => field.Key, field => field.Key == "password" ? new StringValues("unknown-to-this-store") : field.Value));
        }

        await next(context);
    });
}
