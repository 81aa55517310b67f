using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider;

/// <summary>The way from an authorization request to its answer: login page, forced password change, interludes.</summary>
internal sealed class LoginSteps(Tenant tenant)
{
    private readonly LoginScreen screen = LoginScreen.For(tenant);

    /// <summary>The login page, or straight to the upstream provider that the request names.</summary>
    public string Start(LoginTransaction transaction) =>
        tenant.Federation.Find(transaction.Request.GetParameter("connection")?.ToString()) is { } connection
            ? tenant.Federation.Leave(transaction, connection)
            : Paths.WithState(screen.EntryPath, transaction.State);

    /// <summary>The page the person has to see next; <c>null</c> when the application may have its answer.</summary>
    public string? Next(LoginTransaction transaction)
    {
        if (transaction.Session is not { } session)
            return Start(transaction);

        if (tenant.Users.FindBySubject(session.User.Subject) is { State: AccountState.PasswordExpired })
            return Paths.WithState(Paths.ChangePassword, transaction.State);

        return InterludePage.All.FirstOrDefault(page => IsDue(page, transaction)) is { } page
            ? Paths.WithState(page.Path, transaction.State)
            : null;
    }

    private bool IsDue(InterludePage page, LoginTransaction transaction) =>
        (page.Kind is Interludes.Consent && tenant.Consents.IsDue(transaction.Client, transaction.Session!.User))
        || (tenant.Options.Interludes.HasFlag(page.Kind)
        && !transaction.Done.HasFlag(page.Kind)
        && page.IsForExistingSession == transaction.FromExistingSession);
}
