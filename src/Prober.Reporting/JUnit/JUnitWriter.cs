using System.Globalization;
using System.Xml;

namespace Prober.Reporting.JUnit;

/// <summary>Writes a suite in the shape of the Surefire and Jenkins schemas; the XML writer escapes, the texts are printable already.</summary>
internal static class JUnitWriter
{
    public static void Write(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, suite);
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, suite);
        xml.WriteAttributeString("skipped", Number(suite.Count(JUnitOutcome.Skipped)));
        xml.WriteAttributeString("timestamp", suite.Timestamp);
        WriteProperties(xml, suite);
        foreach (var test in suite.Cases)
            WriteCase(xml, test);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteCounts(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteAttributeString("name", suite.Name);
        xml.WriteAttributeString("tests", Number(suite.Cases.Count));
        xml.WriteAttributeString("failures", Number(suite.Count(JUnitOutcome.Failure)));
        xml.WriteAttributeString("errors", Number(suite.Count(JUnitOutcome.Error)));
        xml.WriteAttributeString("time", Seconds(suite.Seconds));
    }

    private static void WriteProperties(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in suite.Properties)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitCase test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", test.Name);
        xml.WriteAttributeString("classname", test.ClassName);
        xml.WriteAttributeString("time", Seconds(test.Seconds));
        WriteOutcome(xml, test);
        if (test.Output.Count > 0)
            xml.WriteElementString("system-out", string.Join('\n', test.Output));
        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, JUnitCase test)
    {
        if (test.Outcome == JUnitOutcome.Passed)
            return;

        xml.WriteStartElement(test.Outcome switch { JUnitOutcome.Failure => "failure", JUnitOutcome.Error => "error", _ => "skipped" });
        if (test.Outcome != JUnitOutcome.Skipped)
            xml.WriteAttributeString("type", test.Type);
        xml.WriteAttributeString("message", test.Message);
        if (test.Outcome != JUnitOutcome.Skipped)
            xml.WriteString(string.Join('\n', test.Body));
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => Math.Max(0, seconds).ToString("0.000", CultureInfo.InvariantCulture);
}
