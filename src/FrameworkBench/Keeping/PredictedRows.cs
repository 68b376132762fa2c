using FrameworkBench.Pages.Data;
using FrameworkBench.Scoring;

namespace FrameworkBench.Keeping;

/// <summary>What a kept model predicts for some rows.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Predictions">Rows × outputs, row-major.</param>
public sealed record PredictedRows(KeptModel Model, NewRows Rows, double[] Predictions)
{
    /// <summary>Predicts rows.</summary>
    public static PredictedRows Of(KeptModel model, NewRows rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        return new PredictedRows(model, rows, model.Predict(rows.Cells));
    }

    /// <summary>
    /// The predictions as CSV, a line a row in the order of the file: the value; or the most probable class and the probability of each.
    /// </summary>
    public string Csv()
    {
        IReadOnlyList<string> classes = Model.Classes;
        return CsvText.Of(
            [Model.Target.Name, .. classes.Select(name => $"probability of {name}")],
            Predictions.Chunk(Model.Outputs).Select(row => classes.Count == 0
                ? (IEnumerable<string>)[CsvText.Cell(row[0])]
                : [classes[Array.IndexOf(row, row.Max())], .. row.Select(probability => CsvText.Cell(probability))]));
    }

    /// <summary>The scores on the rows whose target is known and whose prediction is finite; null where there are none.</summary>
    public Scores? Score()
    {
        int[] known =
            [.. (Rows.Targets ?? []).Index().Where(target => double.IsFinite(target.Item) && Of(target.Index).All(double.IsFinite))
                .Select(target => target.Index)];
        if (known.Length == 0)
            return null;
        double[] targets = Array.ConvertAll(known, row => Rows.Targets![row]);
        double[] predicted = [.. known.SelectMany(row => Of(row))];
        return Model.Classes.Count == 0
            ? Scorer.Regression(targets, predicted)
            : Scorer.Classification(Array.ConvertAll(targets, label => (int)label), predicted, Model.Classes);
    }

    private ArraySegment<double> Of(int row) => new(Predictions, row * Model.Outputs, Model.Outputs);
}
