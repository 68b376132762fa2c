using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Trials.Searches;

/// <summary>Draws the candidates of a search, none of them fitted as another one or as the model with default settings.</summary>
/// <param name="model">The model with default settings, and its search.</param>
/// <param name="name">What the draws depend on; the same name draws the same.</param>
internal sealed class CandidateDraws(ExperimentModel model, string name)
{
    // Of a space with a hundred settings left, so many draws miss the last one once in 20,000 times.
    private const int MostRepeats = 1000;

    private readonly HashSet<(ModelSpec, bool, PreparationPlan, ValidationSetting?, int?)> known = [model.Fitted];
    private int number;

    /// <summary>The next candidate; null when nothing new is drawn any more.</summary>
    public SearchDraw? Next()
    {
        for (int repeat = 0; repeat < MostRepeats; repeat++)
        {
            SearchDraw draw = model.Search!.Draw(TrialKey.Seed($"{name}/{++number}"));
            if (known.Add(draw.Model.Fitted))
                return draw;
        }

        return null;
    }
}
