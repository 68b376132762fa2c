using System.Text.Json;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Trials;

/// <summary>The rows of a trial and how they become numbers. Trials of several models, seeds and engines share one.</summary>
/// <param name="Dataset">The table.</param>
/// <param name="Split">Its training, validation and test rows.</param>
/// <param name="Preparation">How columns become numbers; fitted on the training rows.</param>
/// <param name="Precision">The float width of the arrays.</param>
/// <param name="PredictTraining">Whether the training rows are predicted as well, after the test rows.</param>
public sealed record TrialInput(Dataset Dataset, Split Split, PreparationPlan Preparation, Precision Precision, bool PredictTraining)
{
    // So many rows weigh an input well enough, and so many numbers fit into any memory.
    private const int MostWeighedRows = 1000;
    private const long MostPermutedNumbers = 20_000_000;

    private string? digest;
    private int outputs;

    // What is remembered of one input need not be so of a changed copy of it.
    private TrialInput(TrialInput original)
    {
        (Dataset, Split, Preparation, Precision, PredictTraining) = original;
        (Codes, KeepsModel, Probes, LeftOut) = (original.Codes, original.KeepsModel, original.Probes, original.LeftOut);
    }

    /// <summary>Whether the codes of the predicted rows are asked for.</summary>
    public bool Codes { get; init; }

    /// <summary>Whether the engine returns the fitted model.</summary>
    public bool KeepsModel { get; init; }

    /// <summary>
    /// Training rows that one fit of a bag leaves out, predicted after the test rows; empty for any other fit. Where the model looks at
    /// validation rows, they are these.
    /// </summary>
    public int[] LeftOut { get; init; } = [];

    /// <summary>Further rows that are predicted, after those, to see what the model sees.</summary>
    public ProbePlan Probes { get; init; } = ProbePlan.None;

    /// <summary>Stands for all of it, in a key or a file name.</summary>
    public string Digest => digest ??= TrialKey.Of(
    [
        ("dataset", Dataset.Checksum),
        ("columns", string.Join('\n', Dataset.Columns.Select(column => $"{column.Name}:{column.Kind}"))),
        ("target", $"{Dataset.TargetName}:{Dataset.Task}"),
        ("train", TrialKey.Digest(Split.TrainRows)),
        ("validation", TrialKey.Digest(Split.ValidationRows)),
        ("test", TrialKey.Digest(Split.TestRows)),
        ("preparation", JsonSerializer.Serialize(Preparation, ProtocolJson.Options)),
        ("precision", Precision.ToString()),
        ("predict training", PredictTraining.ToString()),
        .. Probes == ProbePlan.None ? [] : new[] { ("probes", Probes.Digest) },

        // Only where it is so: the keys of other trials stay what they were.
        .. Codes ? new[] { ("codes", "asked for") } : [],
        .. KeepsModel ? new[] { ("model", "asked for") } : [],
        .. LeftOut.Length > 0 ? new[] { ("left out", TrialKey.Digest(LeftOut)) } : [],
    ]).Hash;

    /// <summary>
    /// Test rows over all rows that do not test, which is what Nadeau and Bengio's correction asks for. On a learning curve most of those
    /// do not train either, but two repeats share test rows as often as if they did.
    /// </summary>
    public double TestTrainRatio => (double)Split.TestRows.Length / Math.Max(1, Dataset.Rows - Split.TestRows.Length);

    /// <summary>Rows that a model learns from, those included that are set aside for stopping.</summary>
    public int TrainingRows => Split.TrainRows.Length + Split.ValidationRows.Length;

    /// <summary>Which of the rows to predict are whose.</summary>
    public PredictionLayout Layout => new(
        Split.TestRows.Length,
        PredictTraining ? Split.TrainRows.Length : 0,
        Probes.PlaneCells * Probes.PlaneCells,
        Dataset.Columns.Count * Probes.Permutations * WeighedPlaces.Length)
    {
        LeftOutRows = LeftOut.Length,
    };

    /// <summary>
    /// Places among the test rows of those whose columns are permuted: all, or at most 1,000 spread evenly, and fewer of tables so wide
    /// that the permuted rows would hold more than 20 million numbers.
    /// </summary>
    public int[] WeighedPlaces
    {
        get
        {
            long numbersOfOneRow = (long)Dataset.Columns.Count * Dataset.Columns.Count * Math.Max(1, Probes.Permutations);
            return EvenSpacing.Of(
                Split.TestRows.Length, (int)Math.Clamp(MostPermutedNumbers / Math.Max(1, numbersOfOneRow), 1, MostWeighedRows));
        }
    }

    /// <summary>Inputs of all rows to predict in the table's own units, in the order of <see cref="Layout"/>: rows × columns.</summary>
    public FeatureMatrix PredictedInputs()
    {
        List<FeatureMatrix> parts = [Dataset.Features.Select(Split.TestRows)];
        if (LeftOut.Length > 0)
            parts.Add(Dataset.Features.Select(LeftOut));
        if (PredictTraining)
            parts.Add(Dataset.Features.Select(Split.TrainRows));
        if (Probes.PlaneCells > 0)
            parts.Add(InputPlane.Of(Dataset, Probes.PlaneCells).Centers());
        if (Probes.Permutations > 0)
            parts.Add(
                PermutedColumns.Of(
                    Dataset.Features, Array.ConvertAll(WeighedPlaces, place => Split.TestRows[place]), Probes.Permutations,
                    (uint)Split.Index));
        int rows = parts.Sum(part => part.Rows);
        double[] inputs = new double[rows * Dataset.Columns.Count];
        int start = 0;
        foreach (FeatureMatrix part in parts)
        {
            part.Values.CopyTo(inputs, start);
            start += part.Values.Length;
        }

        return new FeatureMatrix(rows, Dataset.Columns.Count, inputs);
    }

    /// <summary>Outputs of a model: classes, one value, or all prepared inputs.</summary>
    public int Outputs => Dataset.Task switch
    {
        TaskKind.Binary or TaskKind.Multiclass => Dataset.ClassNames.Count,
        TaskKind.Reconstruction => outputs > 0 ? outputs : outputs = Preparation.Fit(Dataset, Split.TrainRows).Columns.Count,
        _ => 1,
    };

    /// <summary>The same rows to learn from, and nothing to predict but the test rows.</summary>
    public TrialInput TestOnly() => new(Dataset, Split, Preparation, Precision, PredictTraining: false);

    /// <summary>Two inputs are equal when everything in them is.</summary>
    public bool Equals(TrialInput? other) => other is not null && Digest == other.Digest;

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode(StringComparison.Ordinal);
}
