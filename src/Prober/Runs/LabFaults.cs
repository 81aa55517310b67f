using Prober.Lab;

namespace Prober.Runs;

/// <summary>Finds a fault of the lab by what a person types.</summary>
internal static class LabFaults
{
    /// <summary>The fault of that number or name in any case; null for null.</summary>
    /// <exception cref="UsageException">There is no such fault.</exception>
    public static FaultInfo? Find(string? numberOrName) =>
        numberOrName is null
            ? null
            : Faults.All.FirstOrDefault(fault => Is(fault, numberOrName))
                ?? throw new UsageException($"there is no fault '{numberOrName}'; 'prober lab --faults' lists them");

    private static bool Is(FaultInfo fault, string typed) =>
        fault.Number.Equals(typed, StringComparison.OrdinalIgnoreCase)
        || fault.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)
        || fault.Fault.ToString().Equals(typed, StringComparison.OrdinalIgnoreCase);
}
