namespace FrameworkBench.Experiments.Claims;

/// <summary>
/// A statement of a document and the test it is put to, fixed before the run. Which parameters a kind needs is said by
/// the <see cref="Vocabulary"/>; the others are null.
/// </summary>
public sealed record ClaimSpec
{
    /// <summary>The share of trials that a claim about a share asks for when it names none.</summary>
    public const double DefaultShare = 0.8;

    /// <summary>The confidence of a claim's interval when it names none.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>Names the claim; unique in its experiment.</summary>
    public required string Id { get; init; }

    /// <summary>The statement in one sentence.</summary>
    public required string Says { get; init; }

    /// <summary>Where it is made; null when it is the experiment's own.</summary>
    public Citation? Source { get; init; }

    /// <summary>The kind of test, such as <c>reaches</c> or <c>beats</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The model it is about.</summary>
    public required string Model { get; init; }

    /// <summary>The model it is compared with, on the same splits and seeds.</summary>
    public string? Against { get; init; }

    /// <summary>The figure that is judged.</summary>
    public required MetricReference Metric { get; init; }

    /// <summary>The value that is to be reached, or that the mean is to lie at.</summary>
    public double? Value { get; init; }

    /// <summary>What the document prints of one run; empty for a claim of any other kind. The first is the <see cref="Metric"/>.</summary>
    public IReadOnlyList<PrintedFigure> Printed { get; init; } = [];

    /// <summary>The figures that are judged, with what the claim says of each; null where it names no value.</summary>
    public IEnumerable<(MetricReference Metric, double? Value)> Figures =>
        Printed.Count == 0 ? [(Metric, Value)] : Printed.Select(printed => (printed.Metric, (double?)printed.Value));

    /// <summary>
    /// How far from <see cref="Value"/>, or from <see cref="Against"/>, is still the same; for a claim about a lead the least one.
    /// </summary>
    public double? Margin { get; init; }

    /// <summary>
    /// The least lead as a share of the way from the constant model's mean score to the best model's, in place of <see cref="Margin"/>;
    /// null where leads are in the metric itself.
    /// </summary>
    public double? MarginShare { get; init; }

    /// <summary>
    /// The least share of trials that must behave as claimed, in (0, 1). No number of trials proves a share of 1; 20 of 20 prove 0.8 at a
    /// confidence of 0.95, 100 of 100 prove 0.95.
    /// </summary>
    public double Share { get; init; } = DefaultShare;

    /// <summary>Which question about many tables a <c>practically_better</c> claim answers.</summary>
    public TablesQuestion Asks { get; init; } = TablesQuestion.Mean;

    /// <summary>The confidence of the interval that decides, in (0.5, 1).</summary>
    public double Confidence { get; init; } = DefaultConfidence;

    /// <summary>The data set it is judged on; null judges on every one of the experiment.</summary>
    public string? Dataset { get; init; }

    /// <summary>On a learning curve the number of training rows that it is about; null on any other split.</summary>
    public int? TrainRows { get; init; }

    /// <summary>The tables that a claim across tables is judged over; null judges over all of the experiment.</summary>
    public TableSlice? Tables { get; init; }

    /// <summary>The tables that those are compared with; null when the claim compares none.</summary>
    public TableSlice? AgainstTables { get; init; }

    /// <summary>
    /// Why it is true by construction, such as a theorem or a run in which nothing is random; null when it is a matter of evidence.
    /// </summary>
    public string? ByConstruction { get; init; }

    /// <summary>The line of the experiment's file where it stands, counted from 1.</summary>
    public int Line { get; init; }
}
