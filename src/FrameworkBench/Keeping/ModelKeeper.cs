using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;

namespace FrameworkBench.Keeping;

/// <summary>Keeps a model of an answer: plans its fit on all rows, and puts together what that gives.</summary>
/// <param name="table">The table as it was understood.</param>
/// <param name="experiment">The experiment that gave the answer.</param>
/// <param name="winner">The model, with its scores.</param>
/// <param name="seed">The seed of all fits.</param>
public sealed class ModelKeeper(UnderstoodTable table, AskedExperiment experiment, ModelScores winner, uint seed)
{
    private static string Version => typeof(ModelKeeper).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>The fit to be made: of the whole table, whatever rows the answer used.</summary>
    public PlannedTrial Plan() => experiment.On(table.Dataset).Whole(winner.Name);

    /// <summary>The model of the fits; null where one failed, with the reason.</summary>
    /// <param name="planned">What was planned.</param>
    /// <param name="outcomes">What it gave.</param>
    public (KeptModel? Model, string? Failure) Keep(PlannedTrial planned, Outcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(outcomes);
        PlannedTrial[] fits = [.. planned.Fits];
        if (Array.Find(fits, fit => outcomes[fit].Model is null) is { } failed)
            return (null, $"{winner.Title}: {outcomes[failed].Reason ?? "no fitted model"}");
        Dataset dataset = fits[0].Input.Dataset;
        MeanDifference expected = FamilyAnswer.ExpectedOf(winner);
        return (new KeptModel(
            TargetOf(dataset), ColumnsOf(dataset), [.. fits.Select(fit => MemberOf(fit, outcomes[fit]))],
            new KeptOrigin(
                dataset.Name, table.FileChecksum, dataset.Rows, seed, winner.Title, planned.Trial.Engine, Version,
                new ExpectedScore(table.Metric, expected.Difference, expected.Interval.Low, expected.Interval.High))), null);
    }

    private static KeptMember MemberOf(PlannedTrial fit, Outcome outcome)
    {
        FittedPreparation preparation = fit.Input.Preparation.Fit(fit.Input.Dataset, fit.Input.Split.TrainRows);
        return new KeptMember(preparation.Keep(), outcome.Model!, preparation.TargetOffset, preparation.TargetScale);
    }

    private KeptColumn TargetOf(Dataset dataset)
    {
        UnderstoodColumn target = table.Columns.First(column => column.Name == dataset.TargetName);
        return new KeptColumn(target.Name, dataset.IsClassification ? ColumnReading.Category : ColumnReading.Number)
        {
            Format = target.Format,
            Unit = target.Unit,
            Thousands = target.HasThousands,
            Categories = dataset.ClassNames,
        };
    }

    private KeptColumn[] ColumnsOf(Dataset dataset)
    {
        var understood = table.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

        // A part of a date may have the name of another column.
        var sources = table.Dataset.Columns.Zip(table.Sources)
            .ToDictionary(input => (object)input.First, input => input.Second, ReferenceEqualityComparer.Instance);
        return
        [
            .. dataset.Columns.GroupBy(input => sources[input])
                .Select(inputs => ColumnOf(understood[inputs.Key], [.. inputs])),
        ];
    }

    private static KeptColumn ColumnOf(UnderstoodColumn column, DatasetColumn[] inputs) => new(column.Name, column.Reading)
    {
        Format = column.Format,
        Unit = column.Unit,
        Thousands = column.HasThousands,
        Order = column.Order,
        First = column.First,
        Parts = column.Reading == ColumnReading.Date
            ? [.. DateParts.All.Where(part => Array.Exists(inputs, input => input.Name == DateParts.NameOf(column.Name, part)))] : [],
        Categories = inputs[0].Categories,
    };
}
