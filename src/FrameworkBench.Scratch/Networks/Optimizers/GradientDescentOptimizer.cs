using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>The steps of <see cref="GradientDescent"/>.</summary>
internal sealed unsafe class GradientDescentOptimizer<T>(GradientDescent definition) : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients)
    {
        Vector512<T> step = VectorMath.Constant<T>(-definition.LearningRate);
        fixed (T* theta = parameters.From(0), gradient = gradients.From(0))
        {
            for (int i = 0; i < parameters.Length; i += Vector512<T>.Count)
                VectorMath.MultiplyAdd(step, Vector512.Load(gradient + i), Vector512.Load(theta + i)).Store(theta + i);
        }
    }
}
