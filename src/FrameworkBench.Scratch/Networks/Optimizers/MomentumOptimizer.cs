using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>The steps of <see cref="Momentum"/>.</summary>
internal sealed unsafe class MomentumOptimizer<T>(Momentum definition, int parameterCount) : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> velocities = new(parameterCount);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients)
    {
        Vector512<T> step = VectorMath.Constant<T>(-definition.LearningRate);
        Vector512<T> coefficient = VectorMath.Constant<T>(definition.Coefficient);
        fixed (T* theta = parameters.From(0), gradient = gradients.From(0), velocity = velocities.From(0))
        {
            for (int i = 0; i < parameters.Length; i += Vector512<T>.Count)
            {
                var g = Vector512.Load(gradient + i);
                Vector512<T> v = VectorMath.MultiplyAdd(coefficient, Vector512.Load(velocity + i), g);
                v.Store(velocity + i);
                Vector512<T> direction = definition.Nesterov ? VectorMath.MultiplyAdd(coefficient, v, g) : v;
                VectorMath.MultiplyAdd(step, direction, Vector512.Load(theta + i)).Store(theta + i);
            }
        }
    }
}
