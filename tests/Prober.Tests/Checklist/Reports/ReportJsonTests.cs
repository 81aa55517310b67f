using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Tests.Checklist.Checks.Claims;

namespace Prober.Tests.Checklist.Reports;

public sealed class ReportJsonTests
{
    [Test]
    public void The_stable_members_come_first_and_words_are_kebab_case()
    {
        var json = JsonNode.Parse(ReportJson.Write(IdTokenEvidence.Received(claims => claims["aud"] = "other").Judge()))!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That(json.Select(member => member.Key).Take(5), Is.EqualTo(new[] { "schemaVersion", "run", "verdict", "fault", "summary" }));
            Assert.That(json["run"]!.AsObject().Select(member => member.Key), Is.SupersetOf(new[] { "id", "scenario", "startedAt", "durationMs", "source", "browser", "version" }));
            Assert.That(json["run"]!["source"]!.GetValue<string>(), Is.EqualTo("live"));
            Assert.That(json["verdict"]!.GetValue<string>(), Is.EqualTo("fail"));
            Assert.That(json["headline"]!["evidence"]![0]!["source"]!.GetValue<string>(), Is.EqualTo("token"));
            Assert.That(json["phases"]![1]!["name"]!.GetValue<string>(), Is.EqualTo("second-tab"));
            Assert.That(json["checks"]!.AsArray().Select(check => check!["verdict"]!.GetValue<string>()), Has.Member("not-applicable"));
        });
    }

    [Test]
    public void A_report_survives_writing_and_reading()
    {
        var text = ReportJson.Write(IdTokenEvidence.Received().Judge());

        Assert.That(ReportJson.Write(ReportJson.Read(text)), Is.EqualTo(text));
    }

    [Test]
    public void What_is_no_report_is_refused() =>
        Assert.That(() => ReportJson.Read("{\"schemaVersion\": 1}"), Throws.InstanceOf<JsonException>().With.Message.Contains("run"));

    [Test]
    public void The_schema_is_made_from_the_types() =>
        Golden.VerifyFile("src/Prober.Checklist/Reports/report.schema.json", ReportJson.Schema());
}
