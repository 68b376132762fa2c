using System.IO.Compression;
using System.Text.Json;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Scratch.Tests.Trees;

/// <summary>On real tables, default against default: scores are those of scikit-learn.</summary>
public sealed class PeerScoreTests
{
    public static TheoryData<string> Names() =>
        ["wdbc", "vehicle", "penguins_na", "house_votes84", "concrete", "diabetes_lars"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Boosting_scores_as_histogram_gradient_boosting(string name)
    {
        var table = new RealTable(name);
        double score = table.IsClassification
            ? table.Score(BoostedTrees.Fit(table.TrainingClasses(missing: float.NaN), new()).Predict)
            : table.Score(BoostedTrees.Fit(table.TrainingValues(missing: float.NaN), new()).Predict);

        // Equal splits are chosen among by rounding there and by order here: at most one or two rows may turn over.
        double oneRow = table.IsClassification ? 1.0 / table.TestRows : 0.002;
        Assert.InRange(score, table.Peer("boosting") - (2 * oneRow), table.Peer("boosting") + (2 * oneRow));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forests_score_as_random_forests(string name)
    {
        var table = new RealTable(name);
        const int Forests = 10;
        double mean = Enumerable.Range(0, Forests).Average(seed =>
        {
            ForestOptions options = new() { Seed = (ulong)seed };
            return table.IsClassification
                ? table.Score(RandomForest.Fit(table.TrainingClasses(missing: -1000), options).Predict, missing: -1000)
                : table.Score(RandomForest.Fit(table.TrainingValues(missing: -1000), options).Predict, missing: -1000);
        });

        // Four standard errors of the difference of two means, of ten and of twenty forests.
        double error = table.Peer("forestDeviation") * Math.Sqrt((1.0 / Forests) + (1.0 / 20));
        Assert.InRange(mean, table.Peer("forest") - (4 * error) - 1e-9, table.Peer("forest") + (4 * error) + 1e-9);
    }

    /// <summary>
    /// Over every table of the suite, each counting once, the mean differences from scikit-learn at its defaults and from
    /// XGBoost at the same depth, weights and regularisation lie within half a point, and no table is further behind than
    /// two standard errors of the peer's accuracy (0.03 of R²): one split says no more of one table.
    /// </summary>
    [Theory]
    [InlineData("histogram")]
    [InlineData("xgboost")]
    public void Boosting_scores_as_its_peers_over_the_suite(string peer)
    {
        BoostedTreesOptions options = peer == "histogram"
            ? new()
            : new() { MaxDepth = 6, MaxLeaves = 64, MinSamplesLeaf = 1, MinChildWeight = 1, L2 = 1 };
        string[] names = [.. new GoldenFile("suite")["tables"].EnumerateObject().Select(table => table.Name)];
        double[] leads = [.. names.AsParallel().AsOrdered().Select(name =>
        {
            var table = new RealTable(name, "suite");
            double score = table.IsClassification
                ? table.Score(BoostedTrees.Fit(table.TrainingClasses(missing: float.NaN), options).Predict)
                : table.Score(BoostedTrees.Fit(table.TrainingValues(missing: float.NaN), options).Predict);
            double error = table.IsClassification ? Math.Sqrt(table.Peer(peer) * (1 - table.Peer(peer)) / table.TestRows) : 0.015;
            Assert.True(score >= table.Peer(peer) - (2 * error) - 1e-9, $"{name}: {score}, {peer} {table.Peer(peer)}");
            return score - table.Peer(peer);
        })];

        Assert.Equal(36, leads.Length);
        Assert.InRange(leads.Average(), -0.005, 0.005);
    }

    /// <summary>A table of experiments/datasets, its text in codes, every fifth row a test row.</summary>
    private sealed class RealTable
    {
        private const int MostRows = 10_000;

        private readonly double[][] columns;
        private readonly FeatureKind[] kinds;
        private readonly JsonElement peers;

        public RealTable(string name, string golden = "scores")
        {
            peers = new GoldenFile(golden)["tables"].GetProperty(name);
            IsClassification = peers.GetProperty("classification").GetBoolean();
            string path = Path.Combine(GoldenFile.RepositoryFolder(), "experiments", "datasets", name + ".csv.gz");
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            string[] lines = reader.ReadToEnd().TrimEnd().Split('\n');
            string[][] rows = [.. lines.Skip(1).Take(MostRows).Select(line => line.TrimEnd('\r').Split(','))];
            int count = rows[0].Length;
            kinds = new FeatureKind[count - 1];
            columns = new double[count][];
            for (int column = 0; column < count; column++)
            {
                string[] texts = [.. rows.Select(row => row[column])];
                bool isText = texts.Any(text => text.Length > 0 && !double.TryParse(text, out _));
                bool isTarget = column == count - 1;
                columns[column] = isText || (isTarget && IsClassification) ? Codes(texts) : Numbers(texts);
                if (isText && !isTarget)
                    kinds[column] = FeatureKind.Categorical;
            }
        }

        public bool IsClassification { get; }

        public int TestRows => Rows(isTest: true).Count();

        public double Peer(string key) => peers.GetProperty(key).GetDouble();

        public ClassificationData TrainingClasses(float missing) => Classes(isTest: false, missing);

        public RegressionData TrainingValues(float missing) => Values(isTest: false, missing);

        public double Score(Func<FeatureTable, double[]> predict, float missing = float.NaN) => IsClassification
            ? SyntheticTables.Accuracy(predict(Features(isTest: true, missing)), Classes(isTest: true, missing))
            : SyntheticTables.Determination(predict(Features(isTest: true, missing)), Values(isTest: true, missing));

        private ClassificationData Classes(bool isTest, float missing) => new(
            Features(isTest, missing), Rows(isTest).Select(row => (int)columns[^1][row]).ToArray(), (int)columns[^1].Max() + 1);

        private RegressionData Values(bool isTest, float missing) =>
            new(Features(isTest, missing), Rows(isTest).Select(row => columns[^1][row]).ToArray());

        // A number in place of what is missing comes with categories taken as numbers, as scikit-learn's forest must.
        private FeatureTable Features(bool isTest, float missing) => new(
            Rows(isTest).SelectMany(row => columns[..^1].Select(own => double.IsNaN(own[row]) ? missing : (float)own[row])).ToArray(),
            kinds.Length,
            float.IsNaN(missing) ? kinds : null);

        private IEnumerable<int> Rows(bool isTest) =>
            Enumerable.Range(0, columns[0].Length).Where(row => row % 5 == 4 == isTest);

        private static double[] Numbers(string[] texts) =>
            Array.ConvertAll(texts, text => text.Length == 0 ? double.NaN : double.Parse(text));

        private static double[] Codes(string[] texts)
        {
            List<string> names = [.. texts.Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal)];
            return Array.ConvertAll(texts, text => text.Length == 0 ? double.NaN : names.IndexOf(text));
        }
    }
}
