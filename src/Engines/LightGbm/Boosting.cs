using FrameworkBench.Engines.LightGbm.Native;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.LightGbm;

/// <summary>One training, round by round, as <c>lightgbm.train</c> of LightGBM's Python package does it.</summary>
internal sealed class Boosting : IDisposable
{
    private readonly TreeParameters parameters;
    private readonly FitTask task;
    private readonly Dataset training;
    private readonly Dataset? validation;
    private readonly Booster booster;
    private readonly StoppingMonitor? stopping;
    private readonly List<double> losses = [];
    private int keptTrees;

    /// <summary>Sorts the rows into bins.</summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="task">On what.</param>
    /// <param name="inputs">The task's training inputs.</param>
    /// <param name="watched">The task's validation inputs, or null.</param>
    /// <param name="column">The column of the targets; 0 for classes.</param>
    /// <exception cref="LightGbmException">LightGBM refused.</exception>
    public Boosting(TreeParameters parameters, FitTask task, Matrix inputs, Matrix? watched, int column)
    {
        (this.parameters, this.task) = (parameters, task);
        string settings = parameters.ToString();
        training = new Dataset(inputs, Column(task.TrainY, column), settings);
        booster = new Booster(training, settings);
        if (watched is not null)
        {
            validation = new Dataset(watched, Column(task.ValidationY!, column), settings, training);
            booster.Watch(validation);
        }

        if (parameters.Patience is { } patience)
            stopping = new StoppingMonitor(new EarlyStopping { Patience = patience });
    }

    /// <summary>Rounds done.</summary>
    public int Done { get; private set; }

    /// <summary>The round with the least validation loss, counted from 1; the last without patience.</summary>
    public int Kept { get; private set; }

    /// <summary>Rounds in which no tree found a split; they add nothing to the model.</summary>
    public int Empty { get; private set; }

    /// <summary>Why it ended.</summary>
    public StopReason Stopped =>
        Done == parameters.Rounds ? StopReason.Completed : stopping?.ShouldStop == true ? StopReason.Early : StopReason.Converged;

    /// <summary>Validation loss after each round; null without validation rows.</summary>
    public IReadOnlyList<double>? ValidationLoss => validation is null ? null : losses;

    /// <summary>Leaves of the rounds that are kept.</summary>
    public long Leaves => booster.Leaves(keptTrees);

    /// <summary>By how much each feature's splits reduced the loss, in the rounds that are kept.</summary>
    public double[] Gains => booster.Gains(task.TrainX.Columns, keptTrees);

    /// <summary>Grows the rounds; fewer where patience ends, or where no tree finds a split any more.</summary>
    /// <exception cref="InvalidOperationException">A forest's tree has no row.</exception>
    /// <exception cref="OperationCanceledException">The fit was given up.</exception>
    public void Train(Action<FitProgress> report, CancellationToken cancellation)
    {
        for (int round = 1; round <= parameters.Rounds && stopping?.ShouldStop != true; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool hasGrown = booster.Grow(), hasEnded = !hasGrown && !parameters.DrawsEachRound;
            if (hasEnded && round > 1)
                return;
            Empty += hasGrown ? 0 : 1;
            if (parameters.IsForest)
                RefuseTreeWithoutRows(round);
            Follow(round, report);

            // A first round without a split is a model all the same: a constant.
            if (hasEnded)
                return;
        }
    }

    /// <summary>Predicts by the rounds that are kept: rows × outputs, of two classes the probability of the second.</summary>
    public double[] Predict(Matrix inputs) =>
        booster.Predict(inputs, keptTrees, task.Task == TaskKind.Multiclass ? task.Classes : 1, $"num_threads={task.Threads}");

    /// <inheritdoc/>
    public void Dispose()
    {
        booster.Dispose();
        validation?.Dispose();
        training.Dispose();
    }

    private void Follow(int round, Action<FitProgress> report)
    {
        Done = round;
        double? loss = validation is null ? null : booster.ValidationLoss();
        if (loss is not null)
            losses.Add(loss.Value);
        if (stopping is null || stopping.Observe(loss!.Value, loss, null) || Kept == 0)
            (Kept, keptTrees) = (round, booster.Rounds);
        report(new FitProgress(round, null, loss));
    }

    // LightGBM draws each row for itself, so that of a handful of rows a tree may get none. Its one leaf is then −0/0, and so is
    // every prediction of the forest. A boosting leaves such a tree out.
    private void RefuseTreeWithoutRows(int round)
    {
        int trees = task.Task == TaskKind.Multiclass ? task.Classes : 1;
        for (int tree = (round - 1) * trees; tree < round * trees; tree++)
        {
            if (double.IsNaN(booster.LeafValue(tree, 0)))
                throw new InvalidOperationException(
                    $"tree {round} of LightGBM's forest drew none of the {task.TrainX.Rows} training rows: " +
                    "its value is 0/0, and every prediction of the forest NaN");
        }
    }

    private float[] Column(NpyArray targets, int column)
    {
        if (!task.PredictsValues)
            return Array.ConvertAll(targets.ToIntegers(), label => (float)label);
        float[] values = targets.ToSingles();
        return [.. Enumerable.Range(0, targets.Rows).Select(row => values[(row * targets.Columns) + column])];
    }
}
