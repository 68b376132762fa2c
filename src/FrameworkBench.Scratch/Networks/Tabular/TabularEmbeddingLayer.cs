using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// A <see cref="TabularEmbedding"/> at work. Its parameters: frequencies w and phases φ (inputs × 16), V (inputs × 3 × 16), c (inputs × 3),
/// then for each column of codes (categories + 1) × 8, of which row 0 is for a missing one. It is a network's first layer, so that nobody
/// wants the gradient of its input.
/// </summary>
internal sealed unsafe class TabularEmbeddingLayer<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Frequencies = TabularEmbedding.Frequencies, Combinations = TabularEmbedding.Combinations;
    private const int CategoryWidth = TabularEmbedding.CategoryWidth;

    private static readonly int Lanes = Vector512<T>.Count;

    private readonly int[] numeric, indicators, coded;
    private readonly int[] categories;
    private readonly bool isPeriodic;
    private readonly double frequencyScale;
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public TabularEmbeddingLayer(TabularEmbedding definition)
        : base(definition.Columns.Count, WidthOf(definition))
    {
        IReadOnlyList<InputColumn> columns = definition.Columns;
        int[] all = [.. Enumerable.Range(0, columns.Count)];
        coded = Array.FindAll(all, column => columns[column].Categories > 0);
        indicators = Array.FindAll(all, column => columns[column] is { Categories: 0, IsIndicator: true });
        numeric = Array.FindAll(all, column => columns[column] is { Categories: 0, IsIndicator: false });
        categories = Array.ConvertAll(coded, column => columns[column].Categories);
        isPeriodic = definition.Periodic && numeric.Length > 0;
        frequencyScale = definition.FrequencyScale;
    }

    public override IReadOnlyList<int> ParameterLengths =>
    [
        .. isPeriodic
            ? [numeric.Length * Frequencies, numeric.Length * Frequencies, numeric.Length * Combinations * Frequencies,
                numeric.Length * Combinations]
            : Array.Empty<int>(),
        .. categories.Select(count => (count + 1) * CategoryWidth),
    ];

    public override IReadOnlyList<UpdateRule> UpdateRules =>
    [
        .. Enumerable.Repeat(RealMlpRules.Slow, isPeriodic ? 4 : 0), .. Enumerable.Repeat(UpdateRule.Plain, categories.Length),
    ];

    // Where each array starts.
    private int Phases => numeric.Length * Frequencies;

    private int Weights => 2 * Phases;

    private int Constants => Weights + (Combinations * Phases);

    private int Tables => isPeriodic ? Constants + (numeric.Length * Combinations) : 0;

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset) =>
        (this.parameters, this.gradients, this.offset) = (parameters, gradients, offset);

    public override void Initialize(RandomSource random)
    {
        Span<T> own = parameters.From(offset)[..ParameterLengths.Sum()];
        if (isPeriodic)
        {
            double limit = 1 / Math.Sqrt(Frequencies);
            foreach (ref T frequency in own[..Phases])
                frequency = T.CreateTruncating(frequencyScale * random.NextGaussian());
            foreach (ref T phase in own[Phases..Weights])
                phase = T.CreateTruncating(Math.PI * ((2 * random.NextDouble()) - 1));
            foreach (ref T weight in own[Weights..Tables])
                weight = T.CreateTruncating(limit * ((2 * random.NextDouble()) - 1));
        }

        foreach (ref T value in own[Tables..])
            value = T.CreateTruncating(random.NextGaussian());
    }

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        fixed (T* from = input, to = output, own = parameters.From(offset))
        {
            if (isPeriodic)
            {
                for (int row = 0; row < rows; row += Lanes)
                    Combine(from + (row * Inputs), to + (row * Outputs), Math.Min(Lanes, rows - row), own);
            }

            for (int row = 0; row < rows; row++)
                Pass(from + (row * Inputs), to + (row * Outputs), own + Tables);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        gradients.From(offset)[..ParameterLengths.Sum()].Clear();
        int firstCategory = ((isPeriodic ? Combinations + 1 : 1) * numeric.Length) + indicators.Length;
        fixed (T* from = input, arriving = outputGradient, own = parameters.From(offset), slopes = gradients.From(offset))
        {
            for (int row = 0; row < rows; row++)
            {
                T* x = from + (row * Inputs);
                T* dy = arriving + (row * Outputs);
                if (isPeriodic)
                {
                    for (int place = 0; place < numeric.Length; place++)
                        Learn(x[numeric[place]], dy + (place * Combinations), own, slopes, place);
                }

                T* next = dy + firstCategory;
                T* table = slopes + Tables;
                for (int place = 0; place < coded.Length; place++)
                {
                    T* slope = table + (RowOf(x[coded[place]], categories[place]) * CategoryWidth);
                    for (int i = 0; i < CategoryWidth; i++)
                        slope[i] += *next++;
                    table += (categories[place] + 1) * CategoryWidth;
                }
            }
        }
    }

    private static int WidthOf(TabularEmbedding definition)
    {
        int width = 0;
        foreach (InputColumn column in definition.Columns)
        {
            width += column switch
            {
                { Categories: > 0 } => CategoryWidth,
                { IsIndicator: false } when definition.Periodic => Combinations + 1,
                _ => 1,
            };
        }

        return width;
    }

    private static int RowOf(T code, int count)
    {
        if (T.IsNaN(code))
            return 0;
        int row = int.CreateSaturating(code) + 1;
        return row >= 1 && row <= count
            ? row : throw new ArgumentException($"A category has the code {code}; the column has codes 0 to {count - 1}.");
    }

    // combined[k] = Σⱼ V[k, j]·cos(2π·w[j]·x + φ[j]) + c[k] of every number, a row in each lane.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine(T* from, T* to, int rows, T* own)
    {
        T* held = stackalloc T[Combinations * Lanes];
        new Span<T>(held, Lanes).Clear();
        for (int place = 0; place < numeric.Length; place++)
        {
            for (int row = 0; row < rows; row++)
                held[row] = from[(row * Inputs) + numeric[place]];
            Vector512<T> x = Vector512.Load(held) * VectorMath.Constant<T>(2 * Math.PI);
            T* frequency = own + (place * Frequencies), phase = frequency + Phases;
            T* weight = own + Weights + (place * Combinations * Frequencies);
            T* constant = own + Constants + (place * Combinations);
            var first = Vector512.Create(constant[0]);
            var second = Vector512.Create(constant[1]);
            var third = Vector512.Create(constant[2]);
            for (int j = 0; j < Frequencies; j++)
            {
                Vector512<T> angle = VectorMath.MultiplyAdd(x, Vector512.Create(frequency[j]), Vector512.Create(phase[j]));
                Vector512<T> cosine = VectorMath.Cos(angle);
                first = VectorMath.MultiplyAdd(cosine, Vector512.Create(weight[j]), first);
                second = VectorMath.MultiplyAdd(cosine, Vector512.Create(weight[Frequencies + j]), second);
                third = VectorMath.MultiplyAdd(cosine, Vector512.Create(weight[(2 * Frequencies) + j]), third);
            }

            first.Store(held);
            second.Store(held + Lanes);
            third.Store(held + (2 * Lanes));
            for (int row = 0; row < rows; row++)
            {
                T* combined = to + (row * Outputs) + (place * Combinations);
                combined[0] = held[row];
                combined[1] = held[Lanes + row];
                combined[2] = held[(2 * Lanes) + row];
            }
        }
    }

    // What follows the combinations in a row: the numbers, the indicators, and the vectors of the categories.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pass(T* x, T* y, T* table)
    {
        T* next = y + (isPeriodic ? Combinations * numeric.Length : 0);
        foreach (int column in numeric)
            *next++ = x[column];
        foreach (int column in indicators)
            *next++ = x[column];
        for (int place = 0; place < coded.Length; place++)
        {
            new ReadOnlySpan<T>(table + (RowOf(x[coded[place]], categories[place]) * CategoryWidth), CategoryWidth)
                .CopyTo(new Span<T>(next, CategoryWidth));
            next += CategoryWidth;
            table += (categories[place] + 1) * CategoryWidth;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Learn(T value, T* arriving, T* own, T* slopes, int place)
    {
        int at = place * Frequencies, weights = Weights + (place * Combinations * Frequencies);
        Vector512<T> x = Vector512.Create(value) * VectorMath.Constant<T>(2 * Math.PI);
        Vector512<T> first = Vector512.Create(arriving[0]), second = Vector512.Create(arriving[1]), third = Vector512.Create(arriving[2]);
        for (int j = 0; j < Frequencies; j += Vector512<T>.Count)
        {
            Vector512<T> angle = VectorMath.MultiplyAdd(x, Vector512.Load(own + at + j), Vector512.Load(own + Phases + at + j));
            (Vector512<T> sine, Vector512<T> cosine) = VectorMath.SinCos(angle);
            T* weight = own + weights + j;
            Vector512<T> into = first * Vector512.Load(weight);
            into = VectorMath.MultiplyAdd(second, Vector512.Load(weight + Frequencies), into);
            into = VectorMath.MultiplyAdd(third, Vector512.Load(weight + (2 * Frequencies)), into);
            Vector512<T> angleSlope = -(into * sine);
            Add(angleSlope * x, slopes + at + j);
            Add(angleSlope, slopes + Phases + at + j);
            Add(first * cosine, slopes + weights + j);
            Add(second * cosine, slopes + weights + Frequencies + j);
            Add(third * cosine, slopes + weights + (2 * Frequencies) + j);
        }

        T* constant = slopes + Constants + (place * Combinations);
        for (int k = 0; k < Combinations; k++)
            constant[k] += arriving[k];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<T> value, T* to) => (Vector512.Load(to) + value).Store(to);
}
