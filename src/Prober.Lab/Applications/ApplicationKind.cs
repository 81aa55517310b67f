namespace Prober.Lab.Applications;

internal enum ApplicationKind
{
    Portal,
    Billing,
    Notes,
    Ledger,
    Archive,
}
