using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Holds a YAML file against a JSON schema, as far as the project's schema goes: a keyword that is not known here is an error.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly string[] Remarks = ["$schema", "$id", "$defs", "title", "description", "default"];

    public static SchemaCheck Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    /// <summary>What does not fit, as JSON paths; empty when the file is valid.</summary>
    public IReadOnlyList<string> Problems(string yamlPath)
    {
        using var reader = new StreamReader(yamlPath);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var problems = new List<string>();
        Check(ToJson(yaml.Documents[0].RootNode), root, "$", problems);
        return problems;
    }

    private bool Fits(JsonNode? value, JsonNode schema)
    {
        var problems = new List<string>();
        Check(value, schema.AsObject(), "$", problems);
        return problems.Count == 0;
    }

    private void Check(JsonNode? value, JsonObject schema, string path, List<string> problems)
    {
        foreach ((string keyword, JsonNode? rule) in schema.Where(pair => !Remarks.Contains(pair.Key)))
        {
            if (!Holds(value, keyword, rule!, schema, path, problems))
                problems.Add($"{path}: {value?.ToJsonString() ?? "null"} breaks {keyword} {rule!.ToJsonString()}");
        }
    }

    private bool Holds(JsonNode? value, string keyword, JsonNode rule, JsonObject schema, string path, List<string> problems)
    {
        switch (keyword)
        {
            case "$ref":
                Check(value, root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), path, problems);
                return true;
            case "type":
                return IsType(value, rule.GetValue<string>());
            case "const":
                return JsonNode.DeepEquals(value, rule);
            case "enum":
                return rule.AsArray().Any(word => JsonNode.DeepEquals(value, word));
            case "anyOf":
                return rule.AsArray().Any(branch => Fits(value, branch!));
            case "oneOf":
                return rule.AsArray().Count(branch => Fits(value, branch!)) == 1;
            case "allOf":
                foreach (JsonNode? branch in rule.AsArray())
                    Check(value, branch!.AsObject(), path, problems);
                return true;
            case "not":
                return !Fits(value, rule);
            case "if":
                if (Fits(value, rule))
                    Check(value, schema["then"]!.AsObject(), path, problems);
                return true;
            case "then":
                return true;
            case "properties":
                foreach ((string key, JsonNode? below) in rule.AsObject().Where(_ => value is JsonObject))
                {
                    if (value!.AsObject().ContainsKey(key))
                        Check(value[key], below!.AsObject(), $"{path}.{key}", problems);
                }

                return true;
            case "additionalProperties":
                return CheckOthers(value, rule, schema, path, problems);
            case "propertyNames":
                return value is not JsonObject names || names.All(pair => Fits(JsonValue.Create(pair.Key), rule));
            case "required":
                return value is not JsonObject mapping || rule.AsArray().All(key => mapping.ContainsKey(key!.GetValue<string>()));
            case "minProperties":
                return value is not JsonObject some || some.Count >= rule.GetValue<int>();
            case "maxProperties":
                return value is not JsonObject few || few.Count <= rule.GetValue<int>();
            case "items":
                foreach ((int index, JsonNode? item) in (value as JsonArray ?? []).Index())
                    Check(item, rule.AsObject(), $"{path}[{index}]", problems);
                return true;
            case "minItems":
                return value is not JsonArray list || list.Count >= rule.GetValue<int>();
            case "maxItems":
                return value is not JsonArray longest || longest.Count <= rule.GetValue<int>();
            case "uniqueItems":
                return value is not JsonArray set || set.Select(item => item?.ToJsonString()).Distinct().Count() == set.Count;
            case "minLength":
                return Text(value) is not { } text || text.Length >= rule.GetValue<int>();
            case "pattern":
                return Text(value) is not { } word || Regex.IsMatch(word, rule.GetValue<string>(), RegexOptions.CultureInvariant);
            case "minimum":
                return Number(value) is not double least || least >= rule.GetValue<double>();
            case "maximum":
                return Number(value) is not double most || most <= rule.GetValue<double>();
            case "exclusiveMinimum":
                return Number(value) is not double above || above > rule.GetValue<double>();
            case "exclusiveMaximum":
                return Number(value) is not double below2 || below2 < rule.GetValue<double>();
            default:
                throw new NotSupportedException($"The keyword '{keyword}' of the schema is not known to this check.");
        }
    }

    private bool CheckOthers(JsonNode? value, JsonNode rule, JsonObject schema, string path, List<string> problems)
    {
        if (value is not JsonObject mapping)
            return true;
        var known = schema["properties"] as JsonObject;
        foreach ((string key, JsonNode? other) in mapping.Where(pair => known?.ContainsKey(pair.Key) != true))
        {
            if (rule is JsonObject below)
                Check(other, below, $"{path}.{key}", problems);
            else if (!rule.GetValue<bool>())
                problems.Add($"{path}.{key}: is not a key");
        }

        return true;
    }

    private static bool IsType(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is double number && number == Math.Floor(number),
        _ => throw new NotSupportedException(type),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    /// <summary>YAML 1.2's core schema: unquoted words are null, true, false or numbers where they look so.</summary>
    private static JsonNode? ToJson(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                return new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value))));
            case YamlSequenceNode sequence:
                return new JsonArray([.. sequence.Children.Select(ToJson)]);
            case YamlScalarNode { Style: not YamlDotNet.Core.ScalarStyle.Plain } quoted:
                return JsonValue.Create(quoted.Value);
            case YamlScalarNode { Value: "null" or "~" or "" }:
                return null;
            case YamlScalarNode { Value: "true" or "false" } flag:
                return JsonValue.Create(flag.Value == "true");
            case YamlScalarNode scalar:
                return double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create(scalar.Value);
            default:
                throw new NotSupportedException(node.NodeType.ToString());
        }
    }
}
