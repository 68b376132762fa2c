using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>The steps of <see cref="RmsProp"/>.</summary>
internal sealed unsafe class RmsPropOptimizer<T>(RmsProp definition, int parameterCount) : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> meanSquares = new(parameterCount);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients)
    {
        Vector512<T> rate = VectorMath.Constant<T>(definition.LearningRate);
        Vector512<T> decay = VectorMath.Constant<T>(definition.Decay);
        Vector512<T> fresh = VectorMath.Constant<T>(1 - definition.Decay);
        Vector512<T> epsilon = VectorMath.Constant<T>(definition.Epsilon);
        fixed (T* theta = parameters.From(0), gradient = gradients.From(0), meanSquare = meanSquares.From(0))
        {
            for (int i = 0; i < parameters.Length; i += Vector512<T>.Count)
            {
                var g = Vector512.Load(gradient + i);
                Vector512<T> v = VectorMath.MultiplyAdd(decay, Vector512.Load(meanSquare + i), fresh * (g * g));
                v.Store(meanSquare + i);
                Vector512<T> move = rate * g / (Vector512.Sqrt(v) + epsilon);
                (Vector512.Load(theta + i) - move).Store(theta + i);
            }
        }
    }
}
