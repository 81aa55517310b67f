using System.Collections.Concurrent;

namespace Prober.Lab.Provider;

/// <summary>The tenant's people. Records change when somebody chooses a new password.</summary>
internal sealed class UserStore(IEnumerable<LabUser> users)
{
    private readonly ConcurrentDictionary<string, LabUser> users =
        new(users.ToDictionary(user => user.Username), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<LabUser> All => users.Values;

    public LabUser? FindByUsername(string username) => users.GetValueOrDefault(username.Trim());

    public LabUser? FindBySubject(string? subject) => users.Values.FirstOrDefault(user => user.Subject == subject);

    public void Save(LabUser user) => users[user.Username] = user;
}
