using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Stopping;
using FrameworkBench.Scratch.Trees.Binning;
using FrameworkBench.Scratch.Trees.Boosting.Losses;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Trains one boosted model: rounds of trees, sampling, early stopping. With several trees a round each thread grows its
/// own; with one tree a round the threads share the work on it.
/// </summary>
internal sealed class BoostingTrainer
{
    private const ulong RowStream = 1;
    private const ulong ColumnStream = 2;

    private readonly BoostingLoss loss;
    private readonly BoostedTreesOptions options;
    private readonly Action<BoostingRound>? progress;
    private readonly BinnedTable table;
    private readonly ValidationSet? validation;
    private readonly List<BoostedTree> trees = [];
    private readonly double[] baseline;
    private readonly double[] raw;
    private readonly RowSample sample;
    private readonly RandomSource columnRandom;
    private readonly TreeWorker[] workers;
    private readonly PackedBins?[] bins;

    /// <summary>Prepares: checks, bins, finds the baseline.</summary>
    public BoostingTrainer(
        FeatureTable features, BoostingLoss loss, BoostedTreesOptions options, FeatureTable? validationFeatures,
        BoostingLoss? validationLoss, Action<BoostingRound>? progress)
    {
        options.Check();
        CheckValidation(features, options, validationFeatures);
        this.loss = loss;
        this.options = options;
        this.progress = progress;
        table = BinnedTable.Fit(features, options.MaxBins, options.Seed);
        baseline = loss.Baseline();
        raw = StartOf(loss);
        validation = validationLoss is null
            ? null
            : new ValidationSet(table.Bin(validationFeatures!), validationLoss, StartOf(validationLoss));
        sample = new RowSample(table.Rows, options.Subsample, new RandomSource(options.Seed, RowStream));
        columnRandom = new RandomSource(options.Seed, ColumnStream);
        workers = new TreeWorker[Math.Min(options.Threads, loss.Outputs)];
        for (int worker = 0; worker < workers.Length; worker++)
        {
            workers[worker] = new TreeWorker(table, loss, options, validation, loss.Outputs == 1 ? options.Threads : 1);
        }

        bins = new PackedBins?[loss.Outputs];
    }

    /// <summary>Trains all rounds, or until early stopping ends them.</summary>
    public BoostedTrees Train(int outputs, CancellationToken cancellation)
    {
        loss.Update(raw, options.Threads);
        PatienceCounter? counter = options.EarlyStoppingPatience is int patience ? CounterFrom(validation!.Loss(), patience) : null;
        for (int round = 1; round <= options.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            BoostOnce(cancellation);
            if (round < options.Rounds || progress is not null)
                loss.Update(raw, options.Threads);
            double? validationLoss = validation?.Loss();
            progress?.Invoke(new BoostingRound(round, loss.Mean(), validationLoss));
            counter?.Observe(validationLoss!.Value);
            if (counter is { IsExhausted: true })
                break;
        }

        int rounds = counter is null ? options.Rounds : counter.Best - 1;
        BoostedTree[] kept = [.. trees.Take(rounds * loss.Outputs)];
        return new BoostedTrees(kept, baseline, loss, table.Encoder(), outputs, options.Threads);
    }

    // The loss before the first round is the first figure. The least improvement is a part of it: squared errors may be of any size.
    private PatienceCounter CounterFrom(double firstLoss, int patience)
    {
        var counter = PatienceCounter.Keras(patience, options.EarlyStoppingMinDelta * firstLoss);
        counter.Observe(firstLoss);
        return counter;
    }

    private void BoostOnce(CancellationToken cancellation)
    {
        sample.Draw();
        var grown = new BoostedTree[loss.Outputs];
        ChooseFeatures();
        if (workers.Length == 1)
            GrowShare(0);
        else
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, GrowShare);
        trees.AddRange(grown);

        void GrowShare(int worker)
        {
            for (int output = worker; output < grown.Length; output += workers.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                grown[output] = workers[worker].Grow(output, sample, bins[output]!, raw);
            }
        }
    }

    private void ChooseFeatures()
    {
        int all = table.Features.Length;
        int count = Math.Max(1, (int)Math.Ceiling((options.ColumnSample * all) - 1e-9));
        for (int output = 0; output < bins.Length; output++)
        {
            if (count < all)
                (bins[output] ??= new PackedBins(table.Rows, count)).Pack(table, RowSample.Choose(all, count, columnRandom));
            else if (bins[output] is null)
                bins[output] = output == 0 ? PackedBins.Of(table) : bins[0];
        }
    }

    private double[] StartOf(BoostingLoss over)
    {
        double[] start = new double[checked(over.RowStride * over.Outputs)];
        for (int output = 0; output < over.Outputs; output++)
            start.AsSpan(output * over.RowStride, over.Rows).Fill(baseline[output]);
        return start;
    }

    private static void CheckValidation(
        FeatureTable features, BoostedTreesOptions options, FeatureTable? validationFeatures)
    {
        if (options.EarlyStoppingPatience is not null && validationFeatures is null)
            throw new ArgumentException("Early stopping needs validation rows.", nameof(validationFeatures));
        if (validationFeatures is not null && validationFeatures.Columns != features.Columns)
        {
            throw new ArgumentException(
                $"The validation rows have {validationFeatures.Columns} features, the training rows {features.Columns}.",
                nameof(validationFeatures));
        }
    }
}
