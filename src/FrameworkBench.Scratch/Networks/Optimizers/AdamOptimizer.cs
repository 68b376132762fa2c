using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>The steps of <see cref="Adam"/> and, with a weight decay, of <see cref="AdamW"/>.</summary>
/// <remarks>
/// Once a ReLU unit has died, the moments of its weights decay for ever and never round to 0. Arithmetic on subnormal
/// numbers takes many times as long, so those are swept out now and then; the steps they would make are lost in rounding anyway.
/// </remarks>
internal sealed unsafe class AdamOptimizer<T>(Adam definition, double weightDecay, int parameterCount) : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int StepsBetweenSweeps = 32;

    private readonly AlignedBuffer<T> means = new(parameterCount);
    private readonly AlignedBuffer<T> meanSquares = new(parameterCount);
    private int steps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients)
    {
        steps++;
        double correction1 = 1 - Math.Pow(definition.Beta1, steps);
        double correction2 = 1 - Math.Pow(definition.Beta2, steps);
        Vector512<T> beta1 = VectorMath.Constant<T>(definition.Beta1);
        Vector512<T> beta2 = VectorMath.Constant<T>(definition.Beta2);
        Vector512<T> fresh1 = VectorMath.Constant<T>(1 - definition.Beta1);
        Vector512<T> fresh2 = VectorMath.Constant<T>(1 - definition.Beta2);
        Vector512<T> epsilon = VectorMath.Constant<T>(definition.Epsilon);
        Vector512<T> rate = VectorMath.Constant<T>(definition.LearningRate / correction1);
        Vector512<T> rootScale = VectorMath.Constant<T>(1 / Math.Sqrt(correction2));
        Vector512<T> keep = VectorMath.Constant<T>(1 - (definition.LearningRate * weightDecay));
        fixed (T* theta = parameters.From(0), gradient = gradients.From(0))
        fixed (T* mean = means.From(0), meanSquare = meanSquares.From(0))
        {
            for (int i = 0; i < parameters.Length; i += Vector512<T>.Count)
            {
                var g = Vector512.Load(gradient + i);
                Vector512<T> m = VectorMath.MultiplyAdd(beta1, Vector512.Load(mean + i), fresh1 * g);
                Vector512<T> v = VectorMath.MultiplyAdd(beta2, Vector512.Load(meanSquare + i), fresh2 * (g * g));
                m.Store(mean + i);
                v.Store(meanSquare + i);
                Vector512<T> move = rate * m / VectorMath.MultiplyAdd(Vector512.Sqrt(v), rootScale, epsilon);
                ((Vector512.Load(theta + i) * keep) - move).Store(theta + i);
            }
        }

        if (steps % StepsBetweenSweeps == 0)
        {
            Sweep(means);
            Sweep(meanSquares);
        }
    }

    private static void Sweep(AlignedBuffer<T> moments)
    {
        fixed (T* moment = moments.From(0))
        {
            for (int i = 0; i < moments.Length; i += Vector512<T>.Count)
            {
                var value = Vector512.Load(moment + i);
                Vector512.AndNot(value, Vector512.IsSubnormal(value)).Store(moment + i);
            }
        }
    }
}
