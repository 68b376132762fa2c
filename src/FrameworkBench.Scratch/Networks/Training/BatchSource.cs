using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>
/// Cuts samples into batches: in place when rows stay in their order, gathered into a buffer when they do not.
/// </summary>
internal sealed class BatchSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Samples<T> samples;
    private readonly IReadOnlyList<int[]>? givenOrder;
    private readonly RandomSource? random;
    private readonly int[] order;
    private readonly AlignedBuffer<T> inputs;
    private readonly AlignedBuffer<T> targets;
    private readonly bool inPlace;

    public BatchSource(Samples<T> samples, TrainingOptions options)
    {
        this.samples = samples;
        BatchRows = options.BatchSize is null or 0 ? samples.Rows : Math.Min(options.BatchSize.Value, samples.Rows);
        Batches = (samples.Rows + (options.DropsRest ? 0 : BatchRows - 1)) / BatchRows;
        givenOrder = options.BatchOrder;
        bool shuffle = options.Shuffle && givenOrder is null && BatchRows < samples.Rows;
        random = shuffle ? new RandomSource(options.Seed, RandomStreams.BatchOrder) : null;
        order = [.. Enumerable.Range(0, samples.Rows)];
        inPlace = givenOrder is null && !shuffle;
        inputs = new AlignedBuffer<T>(inPlace ? 0 : BatchRows * samples.InputColumns);
        targets = new AlignedBuffer<T>(inPlace ? 0 : BatchRows * samples.TargetColumns);
    }

    /// <summary>Rows of a whole batch.</summary>
    public int BatchRows { get; }

    /// <summary>Batches an epoch.</summary>
    public int Batches { get; }

    /// <summary>Puts the rows into the order of an epoch.</summary>
    public void StartEpoch(int epoch)
    {
        if (givenOrder is not null)
            givenOrder[epoch].CopyTo(order, 0);
        else
            random?.Shuffle<int>(order);
    }

    /// <summary>Rows of one batch; the last of an epoch may have fewer.</summary>
    public int RowsOf(int batch) => Math.Min(BatchRows, samples.Rows - (batch * BatchRows));

    /// <summary>The inputs and targets of one batch.</summary>
    public void Get(int batch, out ReadOnlySpan<T> batchInputs, out ReadOnlySpan<T> batchTargets)
    {
        int start = batch * BatchRows;
        int rows = RowsOf(batch);
        if (inPlace)
        {
            batchInputs = samples.Inputs.AsSpan(start * samples.InputColumns);
            batchTargets = samples.Targets.AsSpan(start * samples.TargetColumns);
            return;
        }

        Gather(samples.Inputs, samples.InputColumns, order.AsSpan(start, rows), inputs.From(0));
        Gather(samples.Targets, samples.TargetColumns, order.AsSpan(start, rows), targets.From(0));
        batchInputs = inputs.From(0);
        batchTargets = targets.From(0);
    }

    private static void Gather(T[] source, int columns, ReadOnlySpan<int> rows, Span<T> target)
    {
        for (int i = 0; i < rows.Length; i++)
            source.AsSpan(rows[i] * columns, columns).CopyTo(target[(i * columns)..]);
    }
}
