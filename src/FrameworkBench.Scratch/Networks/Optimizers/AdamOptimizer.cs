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
internal sealed unsafe class AdamOptimizer<T>(Adam definition, double weightDecay, int parameterCount, UpdateSection[] sections)
    : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int StepsBetweenSweeps = 32;

    private readonly AlignedBuffer<T> means = new(parameterCount);
    private readonly AlignedBuffer<T> meanSquares = new(parameterCount);
    private int steps;

    public override void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients)
    {
        steps++;
        foreach (UpdateSection section in sections)
            Step(parameters, gradients, section);
        if (steps % StepsBetweenSweeps == 0)
        {
            Sweep(means);
            Sweep(meanSquares);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, UpdateSection section)
    {
        double learningRate = definition.LearningRate * RateFactor;
        UpdateRule rule = section.Rule;
        double correction1 = 1 - Math.Pow(definition.Beta1, steps);
        double correction2 = 1 - Math.Pow(definition.Beta2, steps);
        Vector512<T> beta1 = VectorMath.Constant<T>(definition.Beta1);
        Vector512<T> beta2 = VectorMath.Constant<T>(definition.Beta2);
        Vector512<T> fresh1 = VectorMath.Constant<T>(1 - definition.Beta1);
        Vector512<T> fresh2 = VectorMath.Constant<T>(1 - definition.Beta2);
        Vector512<T> epsilon = VectorMath.Constant<T>(definition.Epsilon * rule.Epsilon);
        Vector512<T> rate = VectorMath.Constant<T>(learningRate * rule.Rate / correction1);
        Vector512<T> rootScale = VectorMath.Constant<T>(1 / Math.Sqrt(correction2));
        Vector512<T> keep = VectorMath.Constant<T>(1 - (learningRate * weightDecay * DecayFactor * rule.Decay));
        fixed (T* theta = parameters.From(0), gradient = gradients.From(0))
        fixed (T* mean = means.From(0), meanSquare = meanSquares.From(0))
        {
            int end = section.Start + section.Length, i = section.Start;
            for (; i <= end - Vector512<T>.Count; i += Vector512<T>.Count)
            {
                var g = Vector512.Load(gradient + i);
                Vector512<T> m = VectorMath.MultiplyAdd(beta1, Vector512.Load(mean + i), fresh1 * g);
                Vector512<T> v = VectorMath.MultiplyAdd(beta2, Vector512.Load(meanSquare + i), fresh2 * (g * g));
                m.Store(mean + i);
                v.Store(meanSquare + i);
                Vector512<T> move = rate * m / VectorMath.MultiplyAdd(Vector512.Sqrt(v), rootScale, epsilon);
                ((Vector512.Load(theta + i) * keep) - move).Store(theta + i);
            }

            if (i < end)
            {
                int lanes = end - i;
                Vector512<T> g = PartialVector.Load(gradient + i, lanes, Vector512<T>.Zero);
                Vector512<T> m = VectorMath.MultiplyAdd(beta1, PartialVector.Load(mean + i, lanes, Vector512<T>.Zero), fresh1 * g);
                Vector512<T> v =
                    VectorMath.MultiplyAdd(beta2, PartialVector.Load(meanSquare + i, lanes, Vector512<T>.Zero), fresh2 * (g * g));
                PartialVector.Store(m, mean + i, lanes);
                PartialVector.Store(v, meanSquare + i, lanes);
                Vector512<T> move = rate * m / VectorMath.MultiplyAdd(Vector512.Sqrt(v), rootScale, epsilon);
                PartialVector.Store((PartialVector.Load(theta + i, lanes, Vector512<T>.Zero) * keep) - move, theta + i, lanes);
            }
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
