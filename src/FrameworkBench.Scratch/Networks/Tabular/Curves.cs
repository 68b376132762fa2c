using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>The activations of RealMLP, at work.</summary>
internal static class Curves
{
    public readonly struct Relu<T> : ICurve<T>
    {
        // Zero stands first, so that NaN comes through.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Of(Vector512<T> x) => Vector512.MaxNative(Vector512<T>.Zero, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector512<T> Value, Vector512<T> Slope) WithSlope(Vector512<T> x) =>
            (Of(x), Vector512.GreaterThan(x, Vector512<T>.Zero) & Vector512<T>.One);
    }

    public readonly struct Selu<T> : ICurve<T>
    {
        private const double Lambda = 1.0507009873554804934193349852946;
        private const double LambdaAlpha = Lambda * 1.6732632423543772848170429916717;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Of(Vector512<T> x)
        {
            Vector512<T> low = VectorMath.Constant<T>(LambdaAlpha);
            Vector512<T> below = VectorMath.MultiplyAdd(low, VectorMath.Exp(Vector512.MinNative(Vector512<T>.Zero, x)), -low);
            return Vector512.ConditionalSelect(
                Vector512.GreaterThan(x, Vector512<T>.Zero), x * VectorMath.Constant<T>(Lambda), below);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector512<T> Value, Vector512<T> Slope) WithSlope(Vector512<T> x)
        {
            var above = Vector512.GreaterThan(x, Vector512<T>.Zero);
            Vector512<T> lambda = VectorMath.Constant<T>(Lambda), low = VectorMath.Constant<T>(LambdaAlpha);
            Vector512<T> slopeBelow = low * VectorMath.Exp(Vector512.MinNative(Vector512<T>.Zero, x));
            return (
                Vector512.ConditionalSelect(above, x * lambda, slopeBelow - low),
                Vector512.ConditionalSelect(above, lambda, slopeBelow));
        }
    }

    public readonly struct Mish<T> : ICurve<T>
    {
        // Above it tanh(ln(1 + e^x)) is 1 to the last bit, and below it e^2x does not overflow.
        private const double Highest = 40;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Of(Vector512<T> x) => x * Gate(Exponential(x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector512<T> Value, Vector512<T> Slope) WithSlope(Vector512<T> x)
        {
            Vector512<T> e = Exponential(x);
            Vector512<T> gate = Gate(e);
            Vector512<T> sigmoid = e / (Vector512<T>.One + e);
            Vector512<T> bend = Vector512<T>.One - (gate * gate);
            return (x * gate, VectorMath.MultiplyAdd(x * sigmoid, bend, gate));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<T> Exponential(Vector512<T> x) =>
            VectorMath.Exp(Vector512.MinNative(VectorMath.Constant<T>(Highest), x));

        // tanh(ln(1 + e)) = (e² + 2e) / (e² + 2e + 2).
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<T> Gate(Vector512<T> e)
        {
            Vector512<T> two = VectorMath.Constant<T>(2);
            Vector512<T> n = e * (e + two);
            return n / (n + two);
        }
    }
}
