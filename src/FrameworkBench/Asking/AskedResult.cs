using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;

namespace FrameworkBench.Asking;

/// <summary>What was found on a user's table.</summary>
public sealed record AskedResult
{
    /// <summary>The table as it was understood.</summary>
    public required UnderstoodTable Table { get; init; }

    /// <summary>The rows that were used.</summary>
    public required Dataset Used { get; init; }

    /// <summary>The answer; without the suspected leaks where there are any. Null where a family gave no scores.</summary>
    public required FamilyAnswer? Answer { get; init; }

    /// <summary>The experiment that gave the answer; null where it is not known.</summary>
    public AskedExperiment? Experiment { get; init; }

    /// <summary>The model with the highest expected score, baselines included; null without an answer.</summary>
    public ModelScores? Winner => Answer?.Models.MaxBy(model => FamilyAnswer.ExpectedOf(model).Difference);

    /// <summary>
    /// The model that ranks rows best, by ROC AUC, where that is better than chance although none predicts classes better than guessing;
    /// null otherwise. Accuracy does not see it where no class but the most frequent one ever becomes the most probable.
    /// </summary>
    public ModelScores? Ranker { get; init; }

    /// <summary>Settings that each tuned model among the scores is the best of; null where no tuned model was finished.</summary>
    public int? Tried => Answer?.Models.Any(model => AskedModels.TunedModels.Contains(model.Name)) == true ? Experiment?.Candidates : null;

    /// <summary>Whether no tuned model was tried, but would be in more time.</summary>
    public bool TunesInMoreTime { get; init; }

    /// <summary>Columns that may give the target away.</summary>
    public IReadOnlyList<SuspectedLeak> Leaks { get; init; } = [];

    /// <summary>The answer with the suspected leaks, from models with default settings; null where there is no leak.</summary>
    public FamilyAnswer? WithLeaks { get; init; }

    /// <summary>What later rows give; null where rows have no order in time, or no model was finished on them.</summary>
    public LaterRows? Later { get; init; }

    /// <summary>Why there is no test on later rows, a sentence; null where there is one, or rows have no order in time.</summary>
    public string? WithoutLater { get; init; }

    /// <summary>How much boosted trees rely on each column, the heaviest first.</summary>
    public IReadOnlyList<ColumnWeight> Weights { get; init; } = [];

    /// <summary>Titles of the models that were not finished in the time.</summary>
    public IReadOnlyList<string> Unfinished { get; init; } = [];

    /// <summary>Whether there was no time to see whether a column gives the target away.</summary>
    public bool LacksLeakCheck { get; init; }

    /// <summary>Why fits failed, each reason once.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>The time that it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time that it was given.</summary>
    public required TimeSpan Limit { get; init; }
}
