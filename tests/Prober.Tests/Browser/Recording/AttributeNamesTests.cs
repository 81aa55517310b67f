using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Browser.Recording;

namespace Prober.Tests.Browser.Recording;

public sealed class AttributeNamesTests
{
    [TestCase("""{"sub":"1","email":"a@b","name":"","groups":["staff"],"roles":[],"phone":null}""", "sub,email,groups")]
    [TestCase("""{"user":{"email":"a@b","address":{"city":"Bern"}},"admin":false}""", "email,address.city,admin")]
    [TestCase("""[{"user_claims":[{"typ":"email","val":"a@b"},{"typ":"roles","val":"x"},{"typ":"roles","val":"y"}]}]""", "email,roles")]
    [TestCase("""[{"type":"sub","value":"1"},{"type":"name","value":""}]""", "sub")]
    [TestCase("\"text\"", "")]
    public void Names_with_a_value_are_kept_and_no_value_is(string json, string names) =>
        Assert.That(string.Join(',', AttributeNames.In(JsonNode.Parse(json)!)), Is.EqualTo(names));
}
