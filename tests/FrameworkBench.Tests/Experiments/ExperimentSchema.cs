using System.Text.Json;
using Json.Schema;
using YamlDotNet.Serialization;

namespace FrameworkBench.Tests.Experiments;

/// <summary>
/// The schema of experiments, as an editor reads it, but with every keyword known: one that is misspelt does not check anything.
/// </summary>
internal static class ExperimentSchema
{
    private static readonly JsonSchema Schema = Build(File.ReadAllText(ExperimentFiles.Schema));

    /// <exception cref="JsonSchemaException">A keyword is not one of JSON Schema 2020-12.</exception>
    public static JsonSchema Build(string text)
    {
        var dialects = new DialectRegistry();
        dialects.Register(Dialect.Draft202012.With([], MetaSchemas.Draft202012Id, allowUnknownKeywords: false));
        return JsonSchema.FromText(text, new BuildOptions { DialectRegistry = dialects, SchemaRegistry = new SchemaRegistry() });
    }

    /// <summary>What does not fit in a YAML file, with the place as a JSON pointer; empty when the file is valid.</summary>
    public static IReadOnlyList<string> Problems(string yamlPath)
    {
        EvaluationResults results = Schema.Evaluate(ReadYaml(yamlPath), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : [.. from detail in results.Details from error in detail.Errors ?? []
                select $"{detail.InstanceLocation}: {error.Key}: {error.Value}"];
    }

    private static JsonElement ReadYaml(string path)
    {
        using var reader = new StreamReader(path);
        object? content = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(reader);
        return JsonElement.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(content));
    }
}
