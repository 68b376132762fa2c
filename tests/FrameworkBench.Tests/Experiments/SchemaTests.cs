using System.Text.Json.Nodes;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Reading;
using FrameworkBench.Experiments.Reading.Expansion;
using FrameworkBench.Protocol.Models;
using Json.Schema;

namespace FrameworkBench.Tests.Experiments;

/// <summary>The schema that editors complete and check by says the same as the loader.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(ExperimentFiles.Schema))!.AsObject();

    private static readonly Dictionary<string, IReadOnlyList<string>> LoaderKeys = new(StringComparer.Ordinal)
    {
        ["table"] = Keys.Table,
        ["source"] = Keys.Source,
        ["validation"] = Keys.Validation,
        ["preparation"] = Keys.Inputs,
        ["seeds_by_profile"] = Keys.Profiles,
        ["split_by_profile"] = Keys.Profiles,
        ["hold_out"] = Keys.Splits["hold_out"],
        ["k_fold"] = Keys.Splits["k_fold"],
        ["on_large"] = Keys.OnLarge,
        ["first_rows"] = Keys.Splits["first_rows"],
        ["learning_curve"] = Keys.Splits["learning_curve"],
        ["report"] = Keys.Report,
        ["compare"] = Keys.Compare,
        ["importance"] = Keys.Importance,
        ["constant"] = Keys.Constant,
        ["perceptron"] = Keys.Perceptron,
        ["network"] = Keys.Network,
        ["linear"] = Keys.Linear,
        ["tree"] = Keys.Tree,
        ["forest"] = Keys.Forest,
        ["boosted_trees"] = Keys.BoostedTrees,
        ["principal_components"] = Keys.PrincipalComponents,
        ["heir"] = [.. ModelReader.Kinds.Values.SelectMany(keys => keys).Distinct().Except(["kind"])],
        ["between"] = Keys.Between,
        ["dense"] = Keys.Dense,
        ["activation_layer"] = Keys.ActivationLayer,
        ["dropout"] = Keys.Dropout,
        ["batch_norm"] = Keys.BatchNorm,
        ["batch_norm_settings"] = Keys.BatchNormSettings,
        ["scaled_init"] = Keys.Init,
        ["train"] = Keys.Train,
        ["early_stopping"] = Keys.EarlyStopping,
        ["claim"] = Keys.Claim,
        ["test"] = Keys.Test,
        ["printed"] = Keys.Printed,
        ["slice"] = Keys.Slice,
        ["datasets_by_profile"] = Keys.Profiles,
        ["engines_by_profile"] = Keys.Profiles,
        ["timing_by_profile"] = Keys.Profiles,
        ["tune"] = Keys.Tune,
        ["choice"] = Keys.Distributions["choice"],
        ["uniform"] = Keys.Distributions["uniform"],
        ["log_uniform"] = Keys.Distributions["log_uniform"],
        ["whole"] = Keys.Distributions["whole"],
        ["log_whole"] = Keys.Distributions["log_whole"],
        ["repeat"] = Keys.Distributions["repeat"],
    };

    public static TheoryData<string> Shipped => [.. ExperimentFiles.Shipped.Select(path => Path.GetRelativePath(ExperimentFiles.Folder, path))];

    public static TheoryData<string> Places => [.. LoaderKeys.Keys];

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
    [InlineData("missing.yaml")]
    [InlineData("types.yaml")]
    [InlineData("splits.yaml")]
    [InlineData("reconstruction.yaml")]
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

    [Fact]
    public void The_schema_has_the_loaders_keys_of_an_experiment_and_no_others() =>
        Assert.Equal(Keys.Experiment.Order(StringComparer.Ordinal), KeysOf(Schema));

    [Theory]
    [MemberData(nameof(Places))]
    public void The_schema_has_the_loaders_keys_of_a_place_and_no_others(string place) =>
        Assert.Equal(LoaderKeys[place].Order(StringComparer.Ordinal), KeysOf(Schema["$defs"]![place]!.AsObject()));

    [Fact]
    public void Every_mapping_of_the_schema_is_compared_with_the_loader() =>
        Assert.Equal(
            LoaderKeys.Keys.Order(StringComparer.Ordinal),
            Schema["$defs"]!.AsObject().Where(definition => definition.Value!["properties"] is not null).Select(definition => definition.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_key_of_the_schema_is_described()
    {
        IEnumerable<JsonObject> mappings = Schema["$defs"]!.AsObject().Select(definition => definition.Value!.AsObject()).Append(Schema);

        string[] undescribed =
        [
            .. from mapping in mappings
               where mapping["properties"] is not null
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
        Assert.Equal(Words<TablesQuestion>.All, Enumeration(definitions["claim"]!["properties"]!["asks"]!));
        Assert.Equal(Words<TableTask>.All, Enumeration(definitions["slice"]!["properties"]!["task"]!));
        Assert.Equal(Words<InitializationKind>.All.Except(["normal", "uniform"]), Enumeration(definitions["init"]!["anyOf"]![0]!));
        Assert.Equal(ModelReader.Kinds.Keys, definitions["model"]!["allOf"]!.AsArray().SkipLast(1).Select(branch => (string)branch!["if"]!["properties"]!["kind"]!["const"]!));
    }

    [Fact]
    public void The_schema_has_the_presets_that_there_are() =>
        Assert.Equal(Presets.Names, Enumeration(Schema["properties"]!["preset"]!));

    [Fact]
    public void The_files_with_every_key_have_every_key()
    {
        string[] files = [ExperimentFiles.EveryKey, ExperimentFiles.Curve, ExperimentFiles.Reconstruction, ExperimentFiles.Sweep];
        string text = string.Concat(files.Select(File.ReadAllText));

        string[] absent = [.. LoaderKeys.Values.SelectMany(keys => keys).Concat(Keys.Experiment).Distinct().Where(key => key != "dataset" && !text.Contains(key + ":", StringComparison.Ordinal))];

        Assert.Empty(absent);
    }

    private static IEnumerable<string> KeysOf(JsonObject definition) =>
        definition["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Enumeration(JsonNode definition) => definition["enum"]!.AsArray().Select(word => (string)word!);
}
