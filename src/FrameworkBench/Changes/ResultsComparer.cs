using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Changes.Times;

namespace FrameworkBench.Changes;

/// <summary>Compares two results by their data files alone.</summary>
public static class ResultsComparer
{
    /// <summary>Finds what changed.</summary>
    /// <param name="before">The old results.</param>
    /// <param name="after">The new ones.</param>
    /// <exception cref="StoredResultsException">A file is absent or damaged.</exception>
    public static ResultChanges Compare(StoredResults before, StoredResults after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ExperimentChanges[] changes =
        [
            .. before.Experiments.Intersect(after.Experiments).Where(name => !after.HasSameFiles(before, name))
                .Select(name => ExperimentChanges.Of(before.Read(name), after.Read(name))),
        ];
        ComparedFigure[] compared = [.. changes.SelectMany(change => change.Compared)];
        IReadOnlyList<FigureChange> figures = BeyondNoise.Among(compared);
        HashSet<string> moved = [.. figures.Select(figure => figure.Figure.Place.Experiment)];
        ExperimentChanges[] changed = [.. changes.Where(change => change.HasOwn || moved.Contains(change.Experiment))];
        return new ResultChanges
        {
            Before = before.Title,
            After = after.Title,
            Verdicts = [.. changed.SelectMany(change => change.Verdicts).OrderBy(change => (change.Direction, !change.IsOfAllEngines))],
            Figures = [.. figures.OrderBy(figure => (!figure.Figure.IsWorse, !figure.Figure.IsUsual, figure.PValue))],
            Trials = [.. changed.SelectMany(change => change.Trials).OrderBy(change => change.Direction)],
            Times = before.Environment.IsSameMachine(after.Environment)
                ? TimeChanges.Among([.. changes.SelectMany(change => change.Times)]) : [],
            Presence =
            [
                .. PresenceChanges.OfEngines(before, after),
                .. PresenceChanges.OfExperiments(before, after),
                .. changed.SelectMany(change => change.Presence),
            ],
            Causes =
            [
                .. PossibleCauses.Of(before, after, [.. changed.Select(change => change.Experiment)]),
                .. changed.SelectMany(change => change.Causes),
            ],
            Compared = [.. compared.Where(figure => !figure.Contrast.IsNone)],
        };
    }
}
