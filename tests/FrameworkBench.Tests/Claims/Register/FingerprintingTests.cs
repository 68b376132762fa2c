using FrameworkBench.Claims.Register;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Experiments;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims.Register;

public sealed class FingerprintingTests
{
    private const string Yaml = """
        title: A small one
        question: Does it learn?
        datasets: [wine, iris]
        split: {k_fold: 5, repeats: 2, random_state: 42, stratified: true}
        seeds: {quick: 1, default: 2, full: 3}
        models:
          net: {kind: network, title: A net, hidden: [8], train: {epochs: 20}}
          other: {like: net, hidden: [16]}
          line: {kind: linear}
          mean: {kind: constant}
          searched: {like: net, tune: {trials: 3, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}}}
        claims:
          - {id: learns, says: A net learns., kind: at_least, model: net, metric: accuracy, value: 0.5}
          - {id: leads, says: It leads., kind: beats, model: net, against: other, metric: accuracy, margin: 0.01, confidence: 0.9, dataset: wine}
          - {id: across, says: It leads on tables., kind: better_across, model: net, against: other, metric: score, tables: {rows_below: 1000}}
          - {id: far, says: It leads by far., kind: practically_better, model: net, against: other, metric: score, margin_share: 0.05}
          - {id: tuned, says: Tuning helps., kind: beats, model: searched, against: net, metric: accuracy}
        """;

    private static readonly DatasetCatalog Catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);
    private static readonly Dictionary<string, string> Before = Hashes(Yaml);

    [Theory]
    [InlineData("title: A small one", "title: Another title")]
    [InlineData("question: Does it learn?", "question: Does it?\nnotes: [A remark.]\nsource: {document: A document, section: One}")]
    [InlineData("title: A net", "title: A network of eight units")]
    [InlineData("models:\n", "\n\nmodels:\n")]
    [InlineData("seeds: {quick: 1, default: 2, full: 3}", "seeds: {quick: 2, default: 2, full: 9}")]
    [InlineData("trials: 3", "trials: 3, seconds: {quick: 1, full: 9}")]
    public void Wording_lines_and_other_profiles_do_not_count(string old, string changed) =>
        Assert.Equal(Before, Hashes(Yaml.Replace(old, changed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("A net learns.", "A net learns well.", "learns")]
    [InlineData("value: 0.5", "value: 0.51", "learns")]
    [InlineData("kind: at_least", "kind: at_most", "learns")]
    [InlineData("model: net, metric: accuracy, value", "model: other, metric: accuracy, value", "learns")]
    [InlineData("model: net, metric: accuracy, value", "model: net, metric: macro_f1, value", "learns")]
    [InlineData("margin: 0.01", "margin: 0.02", "leads")]
    [InlineData("confidence: 0.9", "confidence: 0.95", "leads")]
    [InlineData("dataset: wine}", "dataset: iris}", "leads")]
    [InlineData("rows_below: 1000", "rows_below: 2000", "across")]
    [InlineData("margin_share: 0.05", "margin_share: 0.06", "far")]
    [InlineData("margin_share: 0.05", "margin: 0.05", "far")]
    [InlineData("id: tuned", "id: tuned-helps", "tuned")]
    [InlineData("hidden: [16]", "hidden: [17]", "leads across far")]
    [InlineData("line: {kind: linear}", "line: {kind: linear, l2: 3}", "across far")]
    [InlineData("1e-4, 0.1", "1e-4, 0.2", "across far tuned")]
    [InlineData("trials: 3", "trials: 4", "across far tuned")]
    [InlineData("trials: 3", "trials: 3, seconds: 9", "across far tuned")]
    [InlineData("epochs: 20", "epochs: 21", "learns leads across far tuned")]
    [InlineData("random_state: 42", "random_state: 43", "learns leads across far tuned")]
    [InlineData("repeats: 2", "repeats: 3", "learns leads across far tuned")]
    [InlineData("default: 2", "default: 3", "learns leads across far tuned")]
    [InlineData("seeds:", "first_seed: 100\nseeds:", "learns leads across far tuned")]
    [InlineData("seeds:", "engines: [scratch]\nseeds:", "learns leads across far tuned")]
    [InlineData("seeds:", "inputs: {scaling: min_max}\nseeds:", "learns leads across far tuned")]
    [InlineData("seeds:", "precision: float64\nseeds:", "learns leads across far tuned")]
    [InlineData("[wine, iris]", "[wine, digits]", "learns across far tuned")]
    public void Whatever_decides_a_verdict_changes_the_fingerprints_of_the_claims_that_it_decides(string old, string changed, string claims)
    {
        string yaml = Yaml.Replace(old, changed, StringComparison.Ordinal);
        Dictionary<string, string> after = Hashes(yaml);

        Assert.NotEqual(Yaml, yaml);
        Assert.Equal(
            claims.Split(' ').Order(StringComparer.Ordinal),
            after.Where(claim => !Before.ContainsValue(claim.Value)).Select(claim => claim.Key is "tuned-helps" ? "tuned" : claim.Key)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_engine_outside_the_project_counts_where_the_experiment_names_it()
    {
        const string Named = "engines: [scratch, own]\nseeds:";
        Vocabulary words = TestVocabulary.Real with { Engines = [.. TestVocabulary.Real.Engines, "own"] };

        Dictionary<string, string> scratch = Hashes(Yaml.Replace("seeds:", "engines: [scratch]\nseeds:", StringComparison.Ordinal));

        Assert.DoesNotContain(Hashes(Yaml.Replace("seeds:", Named, StringComparison.Ordinal), words: words).Values, scratch.ContainsValue);
        Assert.Equal(Before, Hashes(Yaml, words: words));
    }

    [Fact]
    public void Another_number_of_seeds_is_another_fingerprint() =>
        Assert.DoesNotContain(Hashes(Yaml, new PlanOptions { Seeds = 1 }).Values, Before.ContainsValue);

    [Fact]
    public void Another_profile_is_another_fingerprint() =>
        Assert.DoesNotContain(Hashes(Yaml, new PlanOptions { Profile = Profile.Quick }).Values, Before.ContainsValue);

    [Fact]
    public void Whatever_is_run_the_hash_that_was_frozen_stands_beside_it() =>
        Assert.All(
            [new PlanOptions(), new PlanOptions
            {
                Seeds = 1,
            }, new PlanOptions { Profile = Profile.Quick }, new PlanOptions { Profile = Profile.Full }],
            plan => Assert.Equal(Before, Prints(Yaml, plan).ToDictionary(print => print.Key, print => print.Value.PlannedHash)));

    [Fact]
    public void A_claim_on_a_table_of_ones_own_keeps_the_fingerprint_that_it_was_frozen_with()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row * 7 % 23},{row % 2}\n")));
        const string Own = """
            dataset: {csv: own.csv, target: y}
            split: {k_fold: 5, repeats: 2}
            seeds: 2
            models:
              tree: {kind: tree}
              forest: {kind: forest, trees: 5}
            claims:
              - {id: a, says: A forest is better., test: {kind: beats, model: forest, against: tree, metric: accuracy}}
            """;

        Assert.Equal("bb3b052cff42eaffc4a43d15a748eb718be768548e7348af0155309fd1c03d99", Hash(Own));
        Assert.NotEqual(Hash(Own), Hash(Own.Replace("target: y", "target: y, numeric: [x]", StringComparison.Ordinal)));

        string Hash(string yaml)
        {
            Experiment experiment = new ExperimentLoader(TestVocabulary.Instance).Parse(Path.Combine(folder.Path, "own.yaml"), yaml);
            return new Fingerprinting(Catalog, new PlanOptions()).Of(experiment, experiment.Claims[0]).Hash;
        }
    }

    [Fact]
    public void Two_claims_have_two_fingerprints_and_every_one_is_a_hash()
    {
        Assert.Equal(5, Before.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Before.Values, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    private static Dictionary<string, string> Hashes(string yaml, PlanOptions? plan = null, Vocabulary? words = null) =>
        Prints(yaml, plan ?? new PlanOptions(), words).ToDictionary(print => print.Key, print => print.Value.Hash, StringComparer.Ordinal);

    private static Dictionary<string, ClaimFingerprint> Prints(string yaml, PlanOptions plan, Vocabulary? words = null)
    {
        Experiment experiment = new ExperimentLoader(words ?? TestVocabulary.Real).Parse("small.yaml", yaml);
        var fingerprints = new Fingerprinting(Catalog, plan);
        return experiment.Claims.ToDictionary(claim => claim.Id, claim => fingerprints.Of(experiment, claim), StringComparer.Ordinal);
    }
}
