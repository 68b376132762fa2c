using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>Trains one boosted model: rounds of trees, sampling, early stopping.</summary>
internal sealed class BoostingTrainer
{
    private const ulong RowStream = 1;
    private const ulong ColumnStream = 2;

    private readonly BoostingLoss loss;
    private readonly BoostedTreesOptions options;
    private readonly Action<BoostingRound>? progress;
    private readonly BinnedTable table;
    private readonly RowEncoder encoder;
    private readonly FeatureTable features;
    private readonly ValidationSet? validation;
    private readonly List<BoostedTree> trees = [];
    private readonly double[] baseline;
    private readonly double[] raw;
    private readonly RandomSource rowRandom;
    private readonly RandomSource columnRandom;
    private readonly HistogramTreeGrower grower;
    private readonly int[] allFeatures;
    private readonly PackedBins packed;
    private int[] rows;
    private int[] leafOfNode = new int[64];

    /// <summary>Prepares: checks, bins, finds the baseline.</summary>
    public BoostingTrainer(
        FeatureTable features, BoostingLoss loss, BoostedTreesOptions options, FeatureTable? validationFeatures,
        BoostingLoss? validationLoss, Action<BoostingRound>? progress)
    {
        options.Check();
        if (options.EarlyStoppingPatience is not null && validationFeatures is null)
            throw new ArgumentException("Early stopping needs validation rows.", nameof(validationFeatures));
        if (validationFeatures is not null && validationFeatures.Columns != features.Columns)
        {
            throw new ArgumentException(
                $"The validation rows have {validationFeatures.Columns} features, the training rows {features.Columns}.",
                nameof(validationFeatures));
        }

        this.loss = loss;
        this.options = options;
        this.progress = progress;
        this.features = features;
        table = BinnedTable.Fit(features, options.MaxBins, options.Seed);
        encoder = EncoderOf(table);
        baseline = loss.Baseline();
        raw = StartOf(loss);
        validation = validationLoss is null
            ? null
            : new ValidationSet(validationFeatures!, validationLoss, encoder, StartOf(validationLoss));
        rowRandom = new RandomSource(options.Seed, RowStream);
        columnRandom = new RandomSource(options.Seed, ColumnStream);
        allFeatures = [.. Enumerable.Range(0, features.Columns)];
        rows = [.. Enumerable.Range(0, features.Rows)];
        int featuresPerTree = Math.Max(1, (int)Math.Ceiling((options.ColumnSample * features.Columns) - 1e-9));
        grower = new HistogramTreeGrower(table, options, featuresPerTree);
        packed = new PackedBins(table.Rows, featuresPerTree);
        if (featuresPerTree == features.Columns)
        {
            packed.Pack(table, allFeatures);
            grower.UseFeatures(allFeatures, packed);
        }
    }

    /// <summary>Trains all rounds, or until early stopping ends them.</summary>
    public BoostedTrees Train(int outputs, CancellationToken cancellation)
    {
        loss.Update(raw);
        int bestRound = options.Rounds;
        double bestLoss = validation?.Loss() ?? 0;
        if (options.EarlyStoppingPatience is not null)
            bestRound = 0;
        for (int round = 1; round <= options.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            BoostOnce(cancellation);
            bool more = round < options.Rounds;
            if (more || progress is not null)
                loss.Update(raw);
            double? validationLoss = validation?.Loss();
            progress?.Invoke(new BoostingRound(round, loss.Mean(), validationLoss));
            if (options.EarlyStoppingPatience is not int patience)
                continue;
            if (validationLoss < bestLoss - options.EarlyStoppingMinDelta)
            {
                bestLoss = validationLoss.Value;
                bestRound = round;
            }
            else if (round - bestRound >= patience)
            {
                break;
            }
        }

        BoostedTree[] kept = [.. trees.Take(bestRound * loss.Outputs)];
        return new BoostedTrees(kept, baseline, loss, encoder, outputs, options.Threads);
    }

    private void BoostOnce(CancellationToken cancellation)
    {
        if (options.Subsample < 1)
            rows = Sample(features.Rows, (int)(options.Subsample * features.Rows), rowRandom);
        for (int output = 0; output < loss.Outputs; output++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (grower.Features.Length == 0 || options.ColumnSample < 1)
                SampleFeatures();
            GradientScale scale = loss.ScaleOf(output);
            loss.Fill(output, scale, grower.Gradients);
            grower.Grow(rows, scale);
            if (leafOfNode.Length < grower.NodeCount)
                leafOfNode = new int[grower.NodeCount * 2];
            BoostedTree tree = BoostedTreeBuilder.Build(grower, table, options.LearningRate, leafOfNode);
            trees.Add(tree);
            AddTo(raw.AsSpan(output * loss.RowStride, loss.Rows), tree);
            validation?.Add(tree, output);
        }
    }

    private void AddTo(Span<double> predictions, BoostedTree tree)
    {
        if (rows.Length < predictions.Length)
        {
            tree.AddTo(encoder.Encode(features.Values), features.Columns, predictions, step: 1, new int[predictions.Length]);
            return;
        }

        ReadOnlySpan<GrownNode> nodes = grower.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Left != 0)
                continue;
            double value = tree.LeafValues[leafOfNode[i]];
            foreach (int row in grower.RowsOf(nodes[i]))
                predictions[row] += value;
        }
    }

    private void SampleFeatures()
    {
        int[] chosen = Sample(features.Columns, packed.FirstSlots[^1], columnRandom);
        packed.Pack(table, chosen);
        grower.UseFeatures(chosen, packed);
    }

    // Sampling without replacement in ascending order: algorithm S of Knuth, TAOCP volume 2, section 3.4.2.
    private static int[] Sample(int from, int count, RandomSource random)
    {
        int[] chosen = new int[Math.Max(1, count)];
        int taken = 0;
        for (int i = 0; taken < chosen.Length; i++)
        {
            if (random.NextDouble() * (from - i) < chosen.Length - taken)
                chosen[taken++] = i;
        }

        return chosen;
    }

    private double[] StartOf(BoostingLoss over)
    {
        double[] start = new double[checked(over.RowStride * over.Outputs)];
        for (int output = 0; output < over.Outputs; output++)
            start.AsSpan(output * over.RowStride, over.Rows).Fill(baseline[output]);
        return start;
    }

    private static RowEncoder EncoderOf(BinnedTable table) => new(
        table.Features.Length,
        table.Features.Index()
            .Where(feature => feature.Item.Kind == FeatureKind.Categorical)
            .Select(feature => new RowEncoder.Category(
                feature.Index, feature.Item.PlaceOfCode(), feature.Item.MissingBin)));
}
