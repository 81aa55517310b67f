namespace Prober.Evidence.Har.Streaming;

public enum HarSegmentKind
{
    /// <summary>One element of <c>log.entries</c>, or of a SAML-tracer export's <c>requests</c>, without the commas and the white space around it.</summary>
    Entry,

    /// <summary>Everything else: what stands before, between and after the entries.</summary>
    Rest,
}
