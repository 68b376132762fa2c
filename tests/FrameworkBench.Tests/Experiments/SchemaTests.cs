using System.Text.Json.Nodes;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Expansion;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;
using Json.Schema;

namespace FrameworkBench.Tests.Experiments;

/// <summary>The schema that editors complete and check by says the same as the loader.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(ExperimentFiles.Schema))!.AsObject();

    /// <summary>What is wrong in these files shows only in their data or in other keys, or they are no YAML.</summary>
    private static readonly string[] BeyondTheSchema =
    [
        "compare-one.yaml", "early-stopping.yaml", "figures.yaml", "figures-of-values.yaml", "images.yaml", "one-table.yaml",
        "regression.yaml", "syntax.yaml", "tab.yaml", "times.yaml", "yaml-features.yaml",
    ];

    public static TheoryData<string> Shipped =>
        [.. ExperimentFiles.Shipped.Select(path => Path.GetRelativePath(ExperimentFiles.Folder, path))];

    public static TheoryData<string> Broken =>
        [.. Directory.GetFiles(RepositoryFiles.Fixture("experiments"), "*.yaml").Select(file => Path.GetFileName(file))
            .Except(BeyondTheSchema)];

    [Fact]
    public void The_schema_is_that_of_the_declared_keys()
    {
        var names = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal)
        {
            ["a data set"] = [.. TestVocabulary.Real.Datasets.Keys],
            ["a metric"] = [.. TestVocabulary.Real.Metrics.Keys],
            ["a kind of claim"] = [.. TestVocabulary.Real.Claims.Keys],
            ["an engine"] = TestVocabulary.Real.Engines,
            ["a preset"] = Presets.Names,
        };
        string expected = new SchemaWriter(names).Write(KeyTable.Of("experiment"), "experiment.schema.json", "FrameworkBench experiment");
        if (Environment.GetEnvironmentVariable("FRAMEWORKBENCH_APPROVE") == "1")
            File.WriteAllText(ExperimentFiles.Schema, expected);

        Assert.True(
            expected == File.ReadAllText(ExperimentFiles.Schema),
            "experiments/experiment.schema.json is not that of keys.yaml; run this test with FRAMEWORKBENCH_APPROVE=1 to write it.");
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_experiment_fits_the_schema(string file) =>
        Assert.Empty(ExperimentSchema.Problems(Path.Combine(ExperimentFiles.Folder, file)));

    [Fact]
    public void Files_with_every_key_fit_the_schema()
    {
        Assert.Empty(ExperimentSchema.Problems(ExperimentFiles.EveryKey));
        Assert.Empty(ExperimentSchema.Problems(ExperimentFiles.Curve));
        Assert.Empty(ExperimentSchema.Problems(ExperimentFiles.Reconstruction));
        Assert.Empty(ExperimentSchema.Problems(ExperimentFiles.Sweep));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_does_not_fit_the_schema(string file) =>
        Assert.NotEmpty(ExperimentSchema.Problems(RepositoryFiles.Fixture("experiments", file)));

    [Fact]
    public void A_misspelt_keyword_of_a_schema_is_found()
    {
        string text = File.ReadAllText(ExperimentFiles.Schema);
        int place = text.IndexOf("\"minimum\"", StringComparison.Ordinal);

        var misspelt = Assert.Throws<JsonSchemaException>(() => ExperimentSchema.Build(text.Remove(place, 9).Insert(place, "\"minimun\"")));

        Assert.Equal("Unknown keywords (minimun) are disallowed for this dialect.", misspelt.Message);
    }

    [Theory]
    [InlineData("dataset: irsi")]
    [InlineData("dataset: iris\nengines: [scrach]")]
    [InlineData("dataset: iris\npreset: ten_fold")]
    [InlineData("dataset: iris\nreport: {metric: acuracy}")]
    [InlineData("dataset: iris\nreport: {also: [loss@last]}")]
    [InlineData("dataset: iris\nclaims: [{id: a, says: b, test: {kind: beat, model: net, against: net, metric: accuracy}}]")]
    public void A_name_that_the_harness_does_not_know_does_not_fit_the_schema(string text)
    {
        using var folder = new TemporaryFolder();

        Assert.NotEmpty(ExperimentSchema.Problems(folder.Write("wrong.yaml", $"{text}\nmodels: {{net: {{kind: linear}}}}\n")));
    }

    [Fact]
    public void Every_key_of_the_schema_is_described()
    {
        string[] undescribed =
        [
            .. from mapping in Mappings
               from property in mapping["properties"]!.AsObject()
               where string.IsNullOrWhiteSpace((string?)property.Value!["description"])
               select property.Key,
        ];

        Assert.Empty(undescribed);
    }

    [Fact]
    public void The_schema_has_the_words_of_the_protocol()
    {
        JsonObject definitions = Schema["$defs"]!.AsObject();

        Assert.Equal(Words<Activation>.All, Enumeration(definitions["dense"]!["properties"]!["activation"]!));
        Assert.Equal(Words<Optimizer>.All, Enumeration(definitions["train"]!["properties"]!["optimizer"]!));
        Assert.Equal(Words<Loss>.All, Enumeration(definitions["train"]!["properties"]!["loss"]!));
        Assert.Equal(Words<Watch>.All, Enumeration(definitions["early_stopping"]!["properties"]!["watch"]!));
        Assert.Equal(Words<StoppingRule>.All, Enumeration(definitions["early_stopping"]!["properties"]!["rule"]!));
        Assert.Equal(Words<TableColumns>.All, Enumeration(definitions["slice"]!["properties"]!["columns"]!));
        Assert.Equal(Words<TablesQuestion>.All, Enumeration(definitions["claim"]!["properties"]!["asks"]!["anyOf"]![0]!));
        Assert.Equal(Words<TableTask>.All, Enumeration(definitions["slice"]!["properties"]!["task"]!));
        Assert.Equal(Words<InitializationKind>.All.Except(["normal", "uniform"]), Enumeration(definitions["init"]!["anyOf"]![0]!));
        Assert.Equal(
            ModelReader.Kinds,
            definitions["model"]!["allOf"]!.AsArray().SkipLast(1)
            .Select(branch => (string)branch!["if"]!["properties"]!["kind"]!["const"]!));
    }

    [Fact]
    public void The_schema_has_the_presets_that_there_are() =>
        Assert.Equal(Presets.Names, Enumeration(Schema["$defs"]!["preset"]!));

    [Fact]
    public void The_files_with_every_key_have_every_key()
    {
        string[] files = [ExperimentFiles.EveryKey, ExperimentFiles.Curve, ExperimentFiles.Reconstruction, ExperimentFiles.Sweep];
        string text = string.Concat(files.Select(File.ReadAllText));

        IEnumerable<string> keys = Mappings.SelectMany(mapping => mapping["properties"]!.AsObject()).Select(property => property.Key)
            .Distinct();
        string[] absent = [.. keys.Where(key => key != "dataset" && !text.Contains(key + ":", StringComparison.Ordinal))];

        Assert.Empty(absent);
    }

    private static IEnumerable<JsonObject> Mappings => Schema["$defs"]!.AsObject().Select(definition => definition.Value!.AsObject())
        .Append(Schema).Where(mapping => mapping["properties"] is not null);

    private static IEnumerable<string> Enumeration(JsonNode definition) => definition["enum"]!.AsArray().Select(word => (string)word!);
}
