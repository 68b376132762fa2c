using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>The activation functions and their slopes: a slope takes the output's gradient and y (GELU: x).</summary>
internal static class ActivationFunctions
{
    public readonly struct Linear<T> : IElementwise<T>, IElementwisePair<T>
    {
        public Vector512<T> Apply(Vector512<T> x) => x;

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) => gradient;
    }

    public readonly struct Step<T> : IElementwise<T>, IElementwisePair<T>
    {
        public Vector512<T> Apply(Vector512<T> x) =>
            Vector512.GreaterThanOrEqual(x, Vector512<T>.Zero) & Vector512<T>.One;

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) =>
            throw new InvalidOperationException("The step function has no slope to learn from.");
    }

    public readonly struct Sigmoid<T> : IElementwise<T>, IElementwisePair<T>
    {
        public Vector512<T> Apply(Vector512<T> x) => VectorMath.Sigmoid(x);

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) => gradient * (y * (Vector512<T>.One - y));
    }

    public readonly struct Tanh<T> : IElementwise<T>, IElementwisePair<T>
    {
        public Vector512<T> Apply(Vector512<T> x) => VectorMath.Tanh(x);

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) => gradient * (Vector512<T>.One - (y * y));
    }

    public readonly struct Relu<T> : IElementwise<T>, IElementwisePair<T>
    {
        // Zero stands first, so that NaN comes through.
        public Vector512<T> Apply(Vector512<T> x) => Vector512.MaxNative(Vector512<T>.Zero, x);

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) =>
            Vector512.GreaterThan(y, Vector512<T>.Zero) & gradient;
    }

    public readonly struct LeakyRelu<T>(double alpha) : IElementwise<T>, IElementwisePair<T>
    {
        public Vector512<T> Apply(Vector512<T> x) => Apply(x, x);

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> x) =>
            Vector512.ConditionalSelect(
                Vector512.GreaterThan(x, Vector512<T>.Zero), gradient, gradient * VectorMath.Constant<T>(alpha));
    }

    public readonly struct Gelu<T> : IElementwise<T>, IElementwisePair<T>
    {
        public Vector512<T> Apply(Vector512<T> x) => x * NormalDistribution(x);

        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> x)
        {
            Vector512<T> density = VectorMath.Constant<T>(0.3989422804014327)
                * VectorMath.Exp(VectorMath.Constant<T>(-0.5) * x * x);
            return gradient * VectorMath.MultiplyAdd(x, density, NormalDistribution(x));
        }

        private static Vector512<T> NormalDistribution(Vector512<T> x)
        {
            Vector512<T> half = VectorMath.Constant<T>(0.5);
            return VectorMath.MultiplyAdd(half, VectorMath.Erf(x * VectorMath.Constant<T>(0.7071067811865476)), half);
        }
    }
}
