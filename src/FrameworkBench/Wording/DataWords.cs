using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models.Tabular;

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
        string target = dataset.Task == TaskKind.Reconstruction ? "the inputs as target"
            : dataset.IsClassification ? Counting.Of(dataset.ClassNames.Count, "class", "classes")
                + (dataset.ClassNames.Count <= 10 ? $" ({ClassSizes(dataset)})" : "")
            : $"target {dataset.TargetName}";
        string missing = dataset.MissingCount > 0 ? $", {Counting.Of(dataset.MissingCount, "missing value")}" : "";
        string repeated = dataset.DuplicateCount > 0
            ? $", {Counting.Of(dataset.DuplicateCount, "row")} with the inputs of an earlier row" : "";
        return $"{Counting.Of(dataset.Rows, "row")}, {Phrase.And(inputs)}, {target}{missing}{repeated}"
            + (Order(dataset.GroupName, dataset.TimeName) is { Length: > 0 } order ? $", {order}" : "");
    }

    /// <summary>By what column rows stay together or are in order, in a few words; empty where neither is so.</summary>
    internal static string Order(string? group, string? time) =>
        group is not null ? $"groups: {group}" : time is not null ? $"in order of time: {time}" : "";

    /// <summary>What the groups and times of tables mean for how they are divided; empty where they have none.</summary>
    internal static string Order(SplitPlan plan, IReadOnlyCollection<Dataset> datasets)
    {
        string groups = datasets.Any(dataset => dataset.Groups is not null) ? "; rows of one group stay together" : "";
        if (!datasets.Any(dataset => dataset.Times is not null))
            return groups;
        string forward = plan is KFold ? ", as scikit-learn's TimeSeriesSplit" : "";
        string once = plan is KFold { Repeats: > 1 } or LearningCurve { Repeats: > 1 }
            ? "; such a table is divided once, since repeats would bring the same rows" : "";
        return $"{groups}; in order of time, only earlier rows train{forward}{once}";
    }

    /// <summary>How test rows are picked.</summary>
    internal static string Describe(SplitPlan plan)
    {
        string what = plan switch
        {
            AllRows => "trained and tested on all rows",
            PublishedRows => "the published training and test rows",
            FirstRows first => $"trained on the first {first.TrainRows} rows, tested on the rest",
            HoldOut held => $"{Figures.Percent(held.TestFraction, decimals: 2)} of the rows held out for testing by "
                + "scikit-learn's train_test_split, "
                + $"random state {held.RandomState}{(held.Stratified ? ", stratified" : "")}",
            KFold folds => $"{folds.Folds}-fold cross-validation{Repeated(folds)}"
                + (folds.Stratified ? ", stratified" : "")
                + (folds.Shuffle ? $", random state {folds.RandomState}" : ", in file order"),
            LearningCurve curve => $"{Phrase.And([.. curve.TrainRows.Select(rows => Figures.Whole(rows))])} training rows, "
                + "as far as the data set has them, "
                + $"each set contained in the next; {Figures.Whole(curve.TestRows)} test rows; "
                + $"drawn {Counting.Times(curve.Repeats)}, random state {curve.RandomState}",
            _ => plan.GetType().Name,
        };
        return plan.KeepDuplicatesTogether ? what + "; rows with equal inputs stay together" : what;
    }

    /// <summary>How many rows each side has: of splits that differ by more than a row the least and the most.</summary>
    /// <param name="splits">One split or more of one table.</param>
    internal static string Sizes(IReadOnlyCollection<Split> splits) =>
        $"{Range(splits.Select(split => split.TrainRows.Length + split.ValidationRows.Length))} training rows, "
            + $"{Range(splits.Select(split => split.TestRows.Length))} test rows";

    private static string Range(IEnumerable<int> sizes)
    {
        int[] all = [.. sizes];
        return all.Max() - all.Min() > 1 ? $"{all.Min()} to {all.Max()}" : $"{all[0]}";
    }

    /// <summary>Which training rows are set aside; null when none are.</summary>
    internal static string? Describe(ValidationSetting? validation) => validation is null ? null
        : $"{Figures.Percent(validation.Plan.Fraction, decimals: 2)} of the training rows, " + validation.Plan.Selection switch
        {
            ValidationSelection.Last => "the last ones in order",
            ValidationSelection.Stratified => "stratified, " + State(validation),
            _ => State(validation),
        };

    /// <summary>Of which fits a bag is the mean; null for a model that is fitted once.</summary>
    internal static string? Bag(ExperimentModel model) => model.Bag is not int folds ? null
        : $"a bag: the mean of {folds} fits, each leaving out a different fold of the training rows"
            + (model.Spec.UsesValidation ? " as its validation" : "");

    /// <summary>What is done to the inputs and the targets of data sets, as far as one of them has what it is done to.</summary>
    internal static string Describe(PreparationPlan plan, IReadOnlyCollection<Dataset> datasets)
    {
        var parts = new List<string>();
        if (datasets.Any(dataset => dataset.Columns.Any(column => column.Kind == ColumnKind.Numeric)))
        {
            parts.Add(plan.Inputs switch
            {
                InputScaling.Raw => "numbers unscaled",
                InputScaling.Standardize => "numbers standardised",
                InputScaling.MinMax => "numbers scaled to 0 … 1",
                InputScaling.Robust => "numbers scaled by median and interquartile range, smoothly into ±3",
                InputScaling.Quantile => "numbers transformed to a normal distribution by quantiles",
            });
        }

        if (datasets.Any(dataset => dataset.Columns.Any(column => column.Kind == ColumnKind.Categorical)))
        {
            parts.Add(plan.Categories switch
            {
                CategoryCoding.Codes => "categories as codes",
                CategoryCoding.OneHot => "categories one-hot encoded" + Pooling(plan),
                CategoryCoding.OneHotSigned => "categories one-hot encoded, two of them as 1 and −1" + Pooling(plan),
                CategoryCoding.Mixed => $"categories one-hot encoded up to {RealMlpSpec.MostOneHot}, two of them as 1 and −1, more as codes"
                    + Pooling(plan),
            });
        }

        if (datasets.Any(dataset => dataset.MissingCount > 0))
        {
            parts.Add(plan.Missing switch
            {
                MissingTreatment.Keep => "missing values left to the model",
                MissingTreatment.ImputeMean => "missing values filled with the mean",
                _ => "missing values filled with the median",
            } + (plan.Indicator ? " and flagged" : ""));
        }

        if (datasets.Any(dataset => dataset.Task == TaskKind.Regression) && plan.Target == TargetScaling.Standardize)
            parts.Add("target standardised");
        return string.Join("; ", parts);
    }

    // "", ", repeated twice", ", repeated twice (once from 5,000 rows on)", ", repeated twice (3 folds, once, from 5,000 rows on)".
    private static string Repeated(KFold folds) => folds switch
    {
        { LargeFrom: int large, FoldsOnLarge: int few } when few != folds.Folds => $", repeated {Counting.Times(folds.Repeats)} "
            + $"({few} folds, {Counting.Times(folds.RepeatsOnLarge)}, from {Figures.Whole(large)} rows on)",
        { LargeFrom: int large } => $", repeated {Counting.Times(folds.Repeats)} ({Counting.Times(folds.RepeatsOnLarge)} from "
            + $"{Figures.Whole(large)} rows on)",
        { Repeats: > 1 } => $", repeated {Counting.Times(folds.Repeats)}",
        _ => "",
    };

    private static string Pooling(PreparationPlan plan) =>
        (plan.RareBelow > 0 ? $", categories in fewer than {plan.RareBelow} rows pooled" : "")
        + (plan.MostCategories < new PreparationPlan().MostCategories ? $", at most {plan.MostCategories} columns per input" : "");

    private static string State(ValidationSetting validation) =>
        validation.FromSeed ? "drawn anew for each seed" : $"random state {validation.Plan.RandomState}";

    private static string ClassSizes(Dataset dataset) => string.Join(", ", dataset.ClassNames.Select((name, label) =>
        $"{name}: {dataset.Labels.Count(other => other == label)}"));
}
