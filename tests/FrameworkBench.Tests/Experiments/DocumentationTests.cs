using System.Text.RegularExpressions;
using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Experiments;

/// <summary>The pages that explain experiments name every word, and their examples work.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string ModelSpec = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "model-spec.md"));

    private static readonly string GuidePath = Path.Combine(RepositoryFiles.Root, "docs", "experiments.md");

    private static readonly string Guide = File.ReadAllText(GuidePath);

    [Fact]
    public void The_model_specification_explains_every_word()
    {
        string[] words =
        [
            .. ModelReader.Kinds,
            .. Words<Activation>.All,
            .. Words<InitializationKind>.All,
            .. Words<Loss>.All,
            .. Words<Optimizer>.All,
            .. Words<Watch>.All,
            .. Words<StoppingRule>.All,
        ];

        Assert.Equal([], Unexplained(ModelSpec, words));
    }

    [Fact]
    public void The_model_specification_explains_every_key_of_a_model()
    {
        string[] mappings =
        [
            .. ModelReader.Kinds, "train", "early_stopping", "dense", "activation_layer", "batch_norm", "batch_norm_settings", "tune",
            "choice", "uniform", "log_uniform", "whole", "log_whole", "repeat",
        ];
        IEnumerable<string> keys = mappings.SelectMany(mapping => KeyTable.Of(mapping).Names)
            .Except(["like", "title", "seeds"])
            .Distinct();

        Assert.Equal([], Unexplained(ModelSpec, keys));
    }

    [Fact]
    public void The_guide_names_every_kind_of_claim() =>
        Assert.Equal([], Unexplained(Guide, ClaimKinds.Terms.Keys));

    [Fact]
    public void The_examples_of_the_guide_are_a_sound_experiment()
    {
        string[] examples = [.. YamlBlocks().Matches(Guide).Select(match => match.Groups["yaml"].Value)];
        var loader = new ExperimentLoader(TestVocabulary.Real);

        Experiment least = loader.Parse("wine-network.yaml", examples[0]);
        Experiment swept = loader.Parse("starts.yaml", $"dataset: wine\n{examples[2]}");
        Experiment compared = loader.Parse("rates.yaml", $"dataset: wine\n{examples[1]}{examples[3]}");

        Assert.Equal(4, examples.Length);
        Assert.Equal("wine-network", least.Name);
        Assert.Equal(
            ["small-1", "he-1", "small-2", "he-2", "small-6", "he-6", "rate-1e-4", "rate-1e-3", "rate-1e-2"],
            swept.Models.Select(model => model.Name));
        Assert.Equal("Through six layers He's weights are better than small ones.", swept.Claims[1].Says);
        Assert.Equal((2, "beats"), (compared.Models.Count, Assert.Single(compared.Claims).Kind));
    }

    [Fact]
    public void The_message_that_the_guide_shows_is_what_one_gets()
    {
        string misspelt = YamlBlocks()
            .Match(Guide).Groups["yaml"].Value.Replace("kind: network", "kind: netwrok", StringComparison.Ordinal);

        ExperimentException exception = Assert.Throws<ExperimentException>(
            () => new ExperimentLoader(TestVocabulary.Real).Parse("experiments/documents/wine-network.yaml", misspelt));

        Assert.Contains($"    {exception.Message}\n", Guide, StringComparison.Ordinal);
    }

    /// <summary>Run with FRAMEWORKBENCH_APPROVE=1 in the environment to write the tables anew.</summary>
    [Fact]
    public void The_guides_tables_are_those_of_the_declared_keys()
    {
        string expected = KeyParts().Replace(
            Guide, match => $"{match.Groups["begin"]}{string.Join('\n', PartsOf(match).Select(KeyReference.Part))}<!-- /keys -->");
        if (Environment.GetEnvironmentVariable("FRAMEWORKBENCH_APPROVE") == "1")
            File.WriteAllText(GuidePath, expected);

        Assert.True(
            expected == File.ReadAllText(GuidePath),
            "The tables of docs/experiments.md are not those of keys.yaml; run this test with FRAMEWORKBENCH_APPROVE=1 to write them.");
    }

    [Fact]
    public void The_guide_has_each_mapping_once() =>
        Assert.Equal(
            KeyReference.Parts.Order(StringComparer.Ordinal),
            KeyParts().Matches(Guide).SelectMany(PartsOf).Order(StringComparer.Ordinal));

    private static string[] PartsOf(Match match) => match.Groups["parts"].Value.Split(' ');

    private static string[] Unexplained(string page, IEnumerable<string> words) =>
        [.. words.Where(word => !Regex.IsMatch(page, $@"`[^`\n]*\b{Regex.Escape(word)}\b[^`\n]*`", RegexOptions.CultureInvariant))];

    [GeneratedRegex("(?<begin><!-- keys: (?<parts>[a-z_ ]+) -->\n).*?<!-- /keys -->", RegexOptions.Singleline)]
    private static partial Regex KeyParts();

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex YamlBlocks();
}
