using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Scoring;

namespace FrameworkBench.Asking;

/// <summary>
/// What models score on the last rows by a date that were trained on those before: a single division, and so without interval.
/// </summary>
/// <param name="Column">The column of the date.</param>
/// <param name="From">The first date that tests.</param>
/// <param name="TestRows">Rows that test.</param>
/// <param name="Scores">The primary metric of each model, by its name.</param>
public sealed record LaterRows(string Column, DateTime From, int TestRows, IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>
    /// Whether no model is better than one that knows nothing but the last rows' mean, whose R² is 0, or the classes of the rows before.
    /// </summary>
    public required bool IsGuessing { get; init; }

    /// <summary>Gathers the scores; null where a family has none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="used">Its rows that were used.</param>
    /// <param name="trials">A scored trial of each model.</param>
    internal static LaterRows? Of(UnderstoodTable table, Dataset used, IReadOnlyList<TrialResult> trials)
    {
        var scores = trials
            .Select(trial => (trial.Trial.Model.Name, Score: trial.Test?[table.Metric])).Where(model => model.Score is not null)
            .ToDictionary(model => model.Name, model => model.Score!.Value);
        if (!new[] { Family.Trees, Family.Networks }.All(family => scores.Keys.Any(model => AskedModels.FamilyOf(model) == family)))
            return null;
        int[] test = trials[0].Input.Split.TestRows;
        double guessed = used.IsClassification ? scores.GetValueOrDefault(AskedModels.Constant, double.MinValue) : 0;
        return new LaterRows(used.TimeName!, table.Dates[test.Min(row => used.Times![row])], test.Length, scores)
        {
            IsGuessing = scores.All(model => model.Key == AskedModels.Constant || model.Value <= guessed),
        };
    }

    /// <summary>
    /// Whether the later rows confirm that a column alone predicts the target: a score that is a trend's falls by more than half.
    /// </summary>
    /// <param name="leak">What the column scores alone on rows drawn at random.</param>
    public bool Confirms(SuspectedLeak leak)
    {
        ArgumentNullException.ThrowIfNull(leak);
        return Scores.Values.Max() >= (leak.Alone + leak.Floor) / 2;
    }

    /// <summary>The model of a family that stands for it here: of those that were tested, the best one on rows drawn at random.</summary>
    /// <param name="answer">The answer from rows drawn at random.</param>
    /// <param name="family">The family.</param>
    public ModelScores? BestOf(FamilyAnswer answer, Family family)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Models.Where(model => model.Family == family && Scores.ContainsKey(model.Name))
            .MaxBy(model => FamilyAnswer.ExpectedOf(model).Difference);
    }
}
