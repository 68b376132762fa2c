using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Wording;

/// <summary>Says in words what a data set is, how it is divided and how it becomes numbers.</summary>
internal static class DataWords
{
    /// <summary>Rows, inputs and target.</summary>
    internal static string Describe(Dataset dataset)
    {
        int categorical = dataset.Columns.Count(column => column.Kind == ColumnKind.Categorical);
        int numeric = dataset.Columns.Count - categorical;
        string[] inputs =
        [
            .. numeric > 0 ? [$"{Counting.Of(numeric, "numeric input")}"] : Array.Empty<string>(),
            .. categorical > 0 ? [$"{Counting.Of(categorical, "categorical input")}"] : Array.Empty<string>(),
        ];
        string target = dataset.Task == TaskKind.Reconstruction ? "the inputs themselves are the target"
            : dataset.IsClassification ? Counting.Of(dataset.ClassNames.Count, "class", "classes") + (dataset.ClassNames.Count <= 10 ? $" ({ClassSizes(dataset)})" : "")
            : $"target {dataset.TargetName}";
        string missing = dataset.MissingCount > 0 ? $", {Counting.Of(dataset.MissingCount, "missing cell")}" : "";
        string repeated = dataset.DuplicateCount > 0 ? $", {Counting.Of(dataset.DuplicateCount, "row")} with the same inputs as an earlier one" : "";
        return $"{Counting.Of(dataset.Rows, "row")}, {Phrase.And(inputs)}, {target}{missing}{repeated}";
    }

    /// <summary>How test rows are picked.</summary>
    internal static string Describe(SplitPlan plan)
    {
        string what = plan switch
        {
            AllRows => "trained and tested on all rows",
            PublishedRows => "trained and tested on the rows that the data set was published with for it",
            FirstRows first => $"the first {first.TrainRows} rows train, the others test",
            HoldOut held => $"{Figures.Percent(held.TestFraction, decimals: 2)} of the rows held out for the test as scikit-learn's train_test_split does, random state {held.RandomState}{(held.Stratified ? ", stratified" : "")}",
            KFold folds => $"{folds.Folds} folds{(folds.Repeats > 1 ? $", {folds.Repeats} times over" : "")}{(folds.LargeFrom is int large ? $" ({folds.RepeatsOnLarge} from {Figures.Whole(large)} rows on)" : "")}{(folds.Stratified ? ", stratified" : "")}{(folds.Shuffle ? $", random state {folds.RandomState}" : ", in the order of the file")}",
            LearningCurve curve => $"{Phrase.And([.. curve.TrainRows.Select(rows => Figures.Whole(rows))])} rows to train on, as far as the data set has them, each number's rows among those of the next; {Figures.Whole(curve.TestRows)} others to test on; {curve.Repeats} times over, random state {curve.RandomState}",
            _ => plan.GetType().Name,
        };
        return plan.KeepDuplicatesTogether ? what + "; rows with equal inputs stay on one side" : what;
    }

    /// <summary>How many rows each side has.</summary>
    internal static string Sizes(Split split) =>
        FormattableString.Invariant($"{split.TrainRows.Length + split.ValidationRows.Length} to train on, {split.TestRows.Length} to test");

    /// <summary>Which training rows are set aside; null when none are.</summary>
    internal static string? Describe(ValidationSetting? validation) => validation is null ? null
        : $"{Figures.Percent(validation.Plan.Fraction, decimals: 2)} of the training rows set aside, " + validation.Plan.Selection switch
        {
            ValidationSelection.Last => "the last ones",
            ValidationSelection.Stratified => "stratified, " + State(validation),
            _ => State(validation),
        };

    /// <summary>What is done to the inputs and the targets of data sets, as far as one of them has what it is done to.</summary>
    internal static string Describe(PreparationPlan plan, IReadOnlyCollection<Dataset> datasets)
    {
        var parts = new List<string>();
        if (datasets.Any(dataset => dataset.Columns.Any(column => column.Kind == ColumnKind.Numeric)))
        {
            parts.Add(plan.Inputs switch
            {
                InputScaling.Raw => "numbers as they are",
                InputScaling.Standardise => "numbers standardised",
                InputScaling.MinMax => "numbers scaled to 0 … 1",
                _ => "numbers mapped by rank to a normal distribution",
            });
        }

        if (datasets.Any(dataset => dataset.Columns.Any(column => column.Kind == ColumnKind.Categorical)))
            parts.Add(plan.Categories == CategoryCoding.OneHot ? "categories one-hot" + Pooling(plan) : "categories as they are");
        if (datasets.Any(dataset => dataset.MissingCount > 0))
        {
            parts.Add(plan.Missing switch
            {
                MissingTreatment.Keep => "missing values left to the model",
                MissingTreatment.ImputeMean => "missing values filled with the mean",
                _ => "missing values filled with the median",
            } + (plan.Indicator ? " and marked" : ""));
        }

        if (datasets.Any(dataset => dataset.Task == TaskKind.Regression) && plan.Target == TargetScaling.Standardise)
            parts.Add("target standardised");
        return string.Join("; ", parts);
    }

    private static string Pooling(PreparationPlan plan) =>
        (plan.RareBelow > 0 ? $", those in fewer than {plan.RareBelow} rows pooled" : "")
        + (plan.MostCategories < new PreparationPlan().MostCategories ? $", at most {plan.MostCategories} columns an input" : "");

    private static string State(ValidationSetting validation) =>
        validation.FromSeed ? "others for each seed" : FormattableString.Invariant($"random state {validation.Plan.RandomState}");

    private static string ClassSizes(Dataset dataset) => string.Join(", ", dataset.ClassNames.Select((name, label) =>
        FormattableString.Invariant($"{name}: {dataset.Labels.Count(other => other == label)}")));
}
