using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// y = (x + a·(f(x) − x)) · mask, where the mask holds 0 or 1 / (1 − rate) in training and is absent else. Backward, with dz = dy · mask:
/// dx = dz·(1 + a·(f′(x) − 1)), da = Σ dz·(f(x) − x). All of it in one pass each way.
/// </summary>
internal sealed unsafe class ParametricActivationLayer<T, TCurve>(int units, bool isLearnt, double rate) : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCurve : struct, ICurve<T>
{
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private AlignedBuffer<T> mask = new(0);
    private RandomSource? source;
    private RandomLanes lanes;
    private bool dropped;
    private int offset;

    public override bool Drops => rate > 0;

    public override IReadOnlyList<int> ParameterLengths => isLearnt ? [Outputs] : [];

    public override IReadOnlyList<UpdateRule> UpdateRules => isLearnt ? [RealMlpRules.Slow] : [];

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset)
    {
        (this.parameters, this.gradients, this.offset) = (parameters, gradients, offset);
        if (isLearnt)
            return;
        this.parameters = new AlignedBuffer<T>(Outputs);
        this.gradients = new AlignedBuffer<T>(Outputs);
        this.offset = 0;
        this.parameters.Span.Fill(T.One);
    }

    public override void Initialize(RandomSource random) => parameters.From(offset)[..Outputs].Fill(T.One);

    public override void Reserve(int rows) => mask = AlignedBuffer<T>.AtLeast(mask, Drops ? rows * Outputs : 0);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        double share = rate * mode.DropoutFactor;
        dropped = mode.Dropout is not null && share > 0;
        if (!dropped)
        {
            Forward(input, output, rows);
            return;
        }

        if (mode.Masks is { } given)
        {
            given.CopyTo(DropoutNumber, Outputs, 1 / (1 - share), mask.Span[..(rows * Outputs)]);
            Forward(input, output, rows);
            Elementwise.Map(output[..(rows * Outputs)], mask.Span, output, default(Product<T>));
            return;
        }

        if (!ReferenceEquals(source, mode.Dropout))
            (source, lanes) = (mode.Dropout, new RandomLanes(mode.Dropout!));
        Drop(input, output, rows, share);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drop(ReadOnlySpan<T> input, Span<T> output, int rows, double share)
    {
        int count = rows * Outputs, width = Vector512<T>.Count;
        uint threshold = DropoutMask.ThresholdOf(share);
        Vector512<T> kept = VectorMath.Constant<T>(1 / (1 - share));
        RandomLanes random = lanes;
        fixed (T* x = input[..count], y = output[..count], a = parameters.From(offset), keeps = mask.From(0))
        {
            for (int j = 0; j < Outputs; j += width)
            {
                int block = Math.Min(width, Outputs - j);
                Vector512<T> curve = PartialVector.Load(a + j, block, Vector512<T>.Zero);
                for (int at = j; at < count; at += Outputs)
                {
                    Vector512<T> value = Load(x + at, block);
                    Vector512<T> keep = DropoutMask.Next(threshold, kept, ref random);
                    Store(keep, keeps + at, block);
                    Store(keep * VectorMath.MultiplyAdd(curve, TCurve.Of(value) - value, value), y + at, block);
                }
            }
        }

        lanes = random;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(ReadOnlySpan<T> input, Span<T> output, int rows)
    {
        int count = rows * Outputs, width = Vector512<T>.Count;
        fixed (T* x = input[..count], y = output[..count], a = parameters.From(offset))
        {
            for (int j = 0; j < Outputs; j += width)
            {
                int block = Math.Min(width, Outputs - j);
                Vector512<T> share = PartialVector.Load(a + j, block, Vector512<T>.Zero);
                for (int at = j; at < count; at += Outputs)
                {
                    Vector512<T> value = Load(x + at, block);
                    Store(VectorMath.MultiplyAdd(share, TCurve.Of(value) - value, value), y + at, block);
                }
            }
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
        int count = rows * Outputs, width = Vector512<T>.Count;
        fixed (T* x = input[..count], dy = outputGradient[..count], dx = inputGradient)
        fixed (T* a = parameters.From(offset), da = gradients.From(offset), keeps = mask.From(0))
        {
            for (int j = 0; j < Outputs; j += width)
            {
                int block = Math.Min(width, Outputs - j);
                Vector512<T> share = PartialVector.Load(a + j, block, Vector512<T>.Zero);
                Vector512<T> sum = Vector512<T>.Zero;
                for (int at = j; at < count; at += Outputs)
                {
                    Vector512<T> arriving = Load(dy + at, block);
                    if (dropped)
                        arriving *= Load(keeps + at, block);
                    Vector512<T> inside = Load(x + at, block);
                    (Vector512<T> value, Vector512<T> slope) = TCurve.WithSlope(inside);
                    sum = VectorMath.MultiplyAdd(arriving, value - inside, sum);
                    if (dx != null)
                        Store(arriving * VectorMath.MultiplyAdd(share, slope - Vector512<T>.One, Vector512<T>.One), dx + at, block);
                }

                PartialVector.Store(sum, da + j, block);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Load(T* from, int lanes) => lanes == Vector512<T>.Count
        ? Vector512.Load(from) : PartialVector.Load(from, lanes, Vector512<T>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<T> value, T* to, int lanes)
    {
        if (lanes == Vector512<T>.Count)
            value.Store(to);
        else
            PartialVector.Store(value, to, lanes);
    }
}
