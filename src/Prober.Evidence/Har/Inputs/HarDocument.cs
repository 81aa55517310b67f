namespace Prober.Evidence.Har.Inputs;

/// <summary>One HAR of an input. <c>Name</c> is the file's, with the name inside the archive behind a slash.</summary>
public sealed record HarDocument(string Name, HarLog Log);
