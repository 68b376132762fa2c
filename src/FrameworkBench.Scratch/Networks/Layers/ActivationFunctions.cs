using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>The activation functions and their slopes.</summary>
internal static class ActivationFunctions
{
    public readonly struct Linear<T> : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.Linear;

        public static bool IsSimple => true;

        public bool SlopeTakesInput => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) => x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) => gradient;
    }

    public readonly struct Step<T> : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.Step;

        public static bool IsSimple => true;

        public bool SlopeTakesInput => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) =>
            Vector512.GreaterThanOrEqual(x, Vector512<T>.Zero) & Vector512<T>.One;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) =>
            throw new InvalidOperationException("The step function has no slope to learn from.");
    }

    public readonly struct Sigmoid<T> : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.Sigmoid;

        public bool SlopeTakesInput => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) => VectorMath.Sigmoid(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) => gradient * (y * (Vector512<T>.One - y));
    }

    public readonly struct Tanh<T> : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.Tanh;

        public bool SlopeTakesInput => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) => VectorMath.Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) => gradient * (Vector512<T>.One - (y * y));
    }

    public readonly struct Relu<T> : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.Relu;

        public static bool IsSimple => true;

        public bool SlopeTakesInput => false;

        // Zero stands first, so that NaN comes through.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) => Vector512.MaxNative(Vector512<T>.Zero, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> y) =>
            Vector512.GreaterThan(y, Vector512<T>.Zero) & gradient;
    }

    public readonly struct LeakyRelu<T>(double alpha) : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.LeakyRelu;

        public static bool IsSimple => true;

        // With a slope that is not negative, y has the sign of z.
        public bool SlopeTakesInput => alpha < 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) => Apply(x, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> x) =>
            Vector512.ConditionalSelect(
                Vector512.GreaterThan(x, Vector512<T>.Zero), gradient, gradient * VectorMath.Constant<T>(alpha));
    }

    public readonly struct Gelu<T> : IActivation<T>
    {
        public static ActivationKind Kind => ActivationKind.Gelu;

        public bool SlopeTakesInput => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> x) => x * NormalDistribution(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Apply(Vector512<T> gradient, Vector512<T> x)
        {
            Vector512<T> density = VectorMath.Constant<T>(0.3989422804014327)
                * VectorMath.Exp(VectorMath.Constant<T>(-0.5) * x * x);
            return gradient * VectorMath.MultiplyAdd(x, density, NormalDistribution(x));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<T> NormalDistribution(Vector512<T> x)
        {
            Vector512<T> half = VectorMath.Constant<T>(0.5);
            return VectorMath.MultiplyAdd(half, VectorMath.Erf(x * VectorMath.Constant<T>(0.7071067811865476)), half);
        }
    }
}
