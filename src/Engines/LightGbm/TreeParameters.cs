using System.Globalization;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.LightGbm;

/// <summary>A model in LightGBM's words; a setting that was not given is left to LightGBM.</summary>
internal sealed class TreeParameters
{
    /// <summary>The share of rows that a bootstrap sample holds, 1 − 1/e; LightGBM draws a forest's rows without replacement.</summary>
    public const double ForestRows = 0.632;

    private const int DefaultRounds = 100;
    private readonly List<string> words = [];
    private readonly List<string> notes = [];

    /// <summary>Maps a task's model.</summary>
    /// <exception cref="UnsupportedException">LightGBM has no such model.</exception>
    /// <exception cref="InvalidDataException">Patience has no validation rows to watch.</exception>
    public TreeParameters(FitTask task)
    {
        switch (task.Model)
        {
            case BoostedTreesSpec boosted:
                Map(boosted, task);
                break;
            case ForestSpec forest:
                Map(forest);
                break;
            default:
                throw new UnsupportedException($"model {task.Model.Kind}");
        }

        Place(task);
    }

    /// <summary>Rounds, at most; of a forest its trees.</summary>
    public int Rounds { get; private set; }

    /// <summary>Rounds without a lower validation loss that are borne; null never stops early.</summary>
    public int? Patience { get; private set; }

    /// <summary>Whether the trees are averaged rather than added.</summary>
    public bool IsForest { get; private set; }

    /// <summary>Whether each round draws its rows or features, so that it may find a split where the last round found none.</summary>
    public bool DrawsEachRound { get; private set; }

    /// <summary>What a reader of the result must know of how the model was mapped.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Settings as <c>name=value</c>, separated by spaces, as the C API takes them.</summary>
    public override string ToString() => string.Join(' ', words);

    private void Map(BoostedTreesSpec spec, FitTask task)
    {
        if (spec.Patience is not null && task.ValidationX is null)
            throw new InvalidDataException("patience needs validation rows, and the fit has none; give validation_x and validation_y.");
        Rounds = spec.Rounds ?? DefaultRounds;
        Patience = spec.Patience;
        DrawsEachRound = spec.Subsample < 1 || spec.ColumnSample < 1;
        Give("learning_rate", spec.LearningRate);
        Give("num_leaves", spec.MaxLeaves);
        Give("max_depth", spec.MaxDepth);
        Give("min_data_in_leaf", spec.MinSamplesLeaf);
        Give("min_sum_hessian_in_leaf", spec.MinChildWeight);
        Give("lambda_l2", spec.L2);
        Give("max_bin", spec.MaxBins);
        Give("bagging_fraction", spec.Subsample);
        Give("bagging_freq", spec.Subsample is null ? null : 1);
        Give("feature_fraction", spec.ColumnSample);
    }

    private void Map(ForestSpec spec)
    {
        (Rounds, IsForest, DrawsEachRound) = (spec.Trees ?? DefaultRounds, true, true);
        words.Add("boosting=rf");
        Give("bagging_freq", 1);
        Give("bagging_fraction", ForestRows);
        Give("max_depth", spec.MaxDepth);
        Give("min_data_in_leaf", spec.MinSamplesLeaf);
        Give("feature_fraction_bynode", spec.FeatureShare);
        Give("num_leaves", spec.MaxLeaves);
        notes.Add(
            "LightGBM's random forest: leaf-wise trees by histograms, each on 63.2 % of the rows drawn without replacement; " +
            "probabilities from the mean of the trees' raw scores");
    }

    private void Place(FitTask task)
    {
        words.Add(task.Task switch
        {
            TaskKind.Binary => "objective=binary",
            TaskKind.Multiclass => "objective=multiclass",
            _ => "objective=regression",
        });
        Give("num_class", task.Task == TaskKind.Multiclass ? task.Classes : null);
        Give("num_iterations", Rounds);
        Give("num_threads", task.Threads);
        Give("seed", (task.Seed ^ (task.Seed >> 31)) & int.MaxValue);
        words.AddRange(["deterministic=true", "force_col_wise=true", "verbosity=-1"]);
        int[] categories = [.. Enumerable.Range(0, task.Features.Count).Where(column => task.Features[column].Categories > 0)];
        if (categories.Length > 0)
            words.Add($"categorical_feature={string.Join(',', categories)}");
    }

    private void Give(string name, double? value)
    {
        if (value is { } given)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={given:R}"));
    }
}
