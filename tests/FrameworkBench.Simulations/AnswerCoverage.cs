using FrameworkBench.Asking;
using FrameworkBench.Scratch.Linear;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Statistics;

namespace FrameworkBench.Simulations;

/// <summary>
/// How often the interval of the expected score, as <c>ask</c> makes it, holds the score on fresh rows: a table is drawn, a linear model
/// and boosted trees are judged by repeated folds, and the better of the two, fitted on the whole table, predicts fresh rows.
/// </summary>
internal static class AnswerCoverage
{
    /// <summary>The confidence of the intervals.</summary>
    public const double Confidence = 0.9;

    private const int Repeats = 3, FreshRows = 50_000, ManyRows = 1_000;

    private static readonly Func<AnswerRows, Predictor>[] Learners = [Line, Trees];

    private delegate double[] Predictor(AnswerRows rows);

    /// <summary>The runs of a full pass.</summary>
    public const int Runs = 400;

    /// <summary>The runs of a quick pass.</summary>
    public const int QuickRuns = 8;

    /// <summary>The least share of intervals that must hold the score.</summary>
    public const double Least = 0.85;

    /// <summary>How many intervals hold the score.</summary>
    /// <param name="population">What is drawn from.</param>
    /// <param name="runs">How often.</param>
    public static Proportion Of(AnswerPopulation population, int runs) =>
        Proportion.Of(ParallelEnumerable.Range(0, runs).Count(run => Holds(population, new Random(run))), runs);

    /// <summary>The row of the table.</summary>
    /// <param name="population">What was drawn from.</param>
    /// <param name="held">How many intervals held the score.</param>
    public static string Row(AnswerPopulation population, Proportion held)
    {
        (double low, double high) = (100 * held.Interval.Low, 100 * held.Interval.High);
        return FormattableString.Invariant(
            $"| {Key(population)} | {held.Count} | {100 * held.Share:0.0} % | {low:0.0} % to {high:0.0} % |");
    }

    /// <summary>What tells its row from others.</summary>
    public static string Key(AnswerPopulation population) => $"`ask` | {population.Words}, {population.Rows} rows";

    private static bool Holds(AnswerPopulation population, Random random)
    {
        AnswerRows table = population.Draw(random, population.Rows);
        int[][] tests = [.. Enumerable.Range(0, Repeats).SelectMany(_ => Divide(table.Count, random))];
        MeanDifference[] expected = [.. Learners.Select(learn => Expected(table, tests, learn))];
        int better = expected[1].Difference > expected[0].Difference ? 1 : 0;
        AnswerRows fresh = population.Draw(random, FreshRows);
        double score = Score([fresh], [Learners[better](table)(fresh)])[0];
        return expected[better].Interval.Low <= score && score <= expected[better].Interval.High;
    }

    private static MeanDifference Expected(AnswerRows table, int[][] tests, Func<AnswerRows, Predictor> learn)
    {
        AnswerRows[] testing = Array.ConvertAll(tests, table.Only);
        double[][] predicted = [.. tests.Zip(testing, (test, rows) =>
        {
            HashSet<int> left = [.. test];
            return learn(table.Only([.. Enumerable.Range(0, table.Count).Where(row => !left.Contains(row))]))(rows);
        })];
        double[] scores = Score(testing, predicted);
        double ratio = 1.0 / (FoldsOf(table.Count) - 1);
        return table.Classes > 0 ? ExactShare.Expected(scores, ratio, table.Count, Confidence)
            : PooledDetermination.Expected(scores, ratio, Confidence);
    }

    private static IEnumerable<int[]> Divide(int rows, Random random)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        random.Shuffle(order);
        int folds = FoldsOf(rows);
        return Enumerable.Range(0, folds).Select(fold => order[(fold * rows / folds)..((fold + 1) * rows / folds)]);
    }

    // As ask divides a table: ten folds where it is small and each has four rows.
    private static int FoldsOf(int rows) => rows is >= 40 and < ManyRows ? 10 : AskedExperiment.FewestFolds;

    // Accuracy of classes, R² of values as ask has it.
    private static double[] Score(AnswerRows[] rows, double[][] predictions)
    {
        if (rows[0].Classes > 0)
            return
            [
                .. rows.Zip(predictions, (fold, predicted) =>
                    fold.Targets.Zip(predicted).Average(row => row.First == row.Second ? 1.0 : 0)),
            ];
        double mean = rows.SelectMany(fold => fold.Targets).Average();
        return PooledDetermination.Of(
        [
            .. rows.Zip(predictions, (fold, predicted) => (
                fold.Targets.Zip(predicted).Average(row => Math.Pow(row.First - row.Second, 2)),
                fold.Targets.Average(target => Math.Pow(target - mean, 2)))),
        ]);
    }

    private static Predictor Line(AnswerRows training)
    {
        if (training.Classes == 0)
        {
            var ridge = RidgeRegression.Fit(training.Inputs, training.Targets, training.Count);
            return rows => ridge.Predict(rows.Inputs);
        }

        var options = new LogisticRegressionOptions(Tolerance: 1e-4);
        var logistic = LogisticRegression.Fit(training.Inputs, Codes(training), training.Classes, options);
        return rows => Largest(logistic.PredictProbabilities(rows.Inputs), training.Classes);
    }

    private static Predictor Trees(AnswerRows training)
    {
        var options = new BoostedTreesOptions();
        TreePredictor trees = training.Classes == 0
            ? BoostedTrees.Fit(new RegressionData(Features(training), training.Targets), options)
            : BoostedTrees.Fit(new ClassificationData(Features(training), Codes(training), training.Classes), options);
        return rows => training.Classes == 0 ? trees.Predict(Features(rows)) : Largest(trees.Predict(Features(rows)), training.Classes);
    }

    private static FeatureTable Features(AnswerRows rows) => new(Array.ConvertAll(rows.Inputs, input => (float)input), rows.Columns);

    private static int[] Codes(AnswerRows rows) => Array.ConvertAll(rows.Targets, target => (int)target);

    private static double[] Largest(double[] probabilities, int classes) =>
        [.. probabilities.Chunk(classes).Select(row => (double)Array.IndexOf(row, row.Max()))];
}
