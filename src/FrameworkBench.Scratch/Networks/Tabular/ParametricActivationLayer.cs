using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>y = x + a·(f(x) − x). Backward: dx = dy·(1 + a·(f′(x) − 1)), da = Σ dy·(f(x) − x).</summary>
internal sealed unsafe class ParametricActivationLayer<T, TCurve>(int units, bool isLearnt) : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCurve : struct, ICurve<T>
{
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        int count = rows * Outputs, width = Vector512<T>.Count;
        fixed (T* x = input[..count], y = output[..count], a = parameters.From(offset))
        {
            for (int j = 0; j < Outputs; j += width)
            {
                int lanes = Math.Min(width, Outputs - j);
                Vector512<T> share = PartialVector.Load(a + j, lanes, Vector512<T>.Zero);
                for (int at = j; at < count; at += Outputs)
                {
                    Vector512<T> value = Load(x + at, lanes);
                    Store(VectorMath.MultiplyAdd(share, TCurve.Of(value) - value, value), y + at, lanes);
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
        fixed (T* a = parameters.From(offset), da = gradients.From(offset))
        {
            for (int j = 0; j < Outputs; j += width)
            {
                int lanes = Math.Min(width, Outputs - j);
                Vector512<T> share = PartialVector.Load(a + j, lanes, Vector512<T>.Zero);
                Vector512<T> sum = Vector512<T>.Zero;
                for (int at = j; at < count; at += Outputs)
                {
                    Vector512<T> arriving = Load(dy + at, lanes);
                    Vector512<T> inside = Load(x + at, lanes);
                    (Vector512<T> value, Vector512<T> slope) = TCurve.WithSlope(inside);
                    sum = VectorMath.MultiplyAdd(arriving, value - inside, sum);
                    if (dx != null)
                        Store(arriving * VectorMath.MultiplyAdd(share, slope - Vector512<T>.One, Vector512<T>.One), dx + at, lanes);
                }

                PartialVector.Store(sum, da + j, lanes);
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
