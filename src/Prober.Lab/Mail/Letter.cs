namespace Prober.Lab.Mail;

/// <summary>A mail with one link in it.</summary>
internal sealed record Letter(string Recipient, string Subject, string Link);
