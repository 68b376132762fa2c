using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// Elementary functions of a whole vector at once, for float and double. Measured errors, in units in the last place,
/// are in the tests: at most 2 for <see cref="Exp"/>, 4 for the others.
/// </summary>
internal static class VectorMath
{
    private static ReadOnlySpan<double> InverseFactorials =>
    [
        1, 1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800,
        1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800,
    ];

    /// <summary>The constant in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Constant<T>(double value) =>
        typeof(T) == typeof(float)
            ? Vector512.Create((float)value).As<float, T>()
            : Vector512.Create(value).As<double, T>();

    /// <summary>a·b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c) =>
        typeof(T) == typeof(float)
            ? Vector512.FusedMultiplyAdd(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
            : Vector512.FusedMultiplyAdd(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();

    /// <summary>
    /// e^x: x = n·ln 2 + r with |r| ≤ ln 2 / 2 (Cody and Waite 1980, ln 2 in two parts), the Taylor polynomial in r, and
    /// 2^n put into the exponent in two steps, so that the largest results do not overflow early. Results too small for a
    /// normal number are zero: to a sum of probabilities they mean nothing, and processors are slow at subnormal ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Exp<T>(Vector512<T> x)
    {
        bool single = typeof(T) == typeof(float);
        Vector512<T> lowest = Constant<T>(single ? -87.33 : -708.39);
        var vanishing = Vector512.LessThan(x, lowest);
        // The bound stands first: where x is NaN, the second operand is what comes back.
        x = Vector512.MinNative(Constant<T>(single ? 89 : 710), x);
        x = Vector512.MaxNative(lowest, x);
        Vector512<T> n = Round(x * Constant<T>(1.4426950408889634));
        Vector512<T> r = MultiplyAdd(n, Constant<T>(single ? -0.693359375 : -6.93145751953125E-1), x);
        r = MultiplyAdd(n, Constant<T>(single ? 2.12194440054690583E-4 : -1.42860682030941723212E-6), r);
        int degree = single ? 7 : 13;
        Vector512<T> p = Constant<T>(InverseFactorials[degree]);
        for (int power = degree - 1; power >= 0; power--)
            p = MultiplyAdd(p, r, Constant<T>(InverseFactorials[power]));
        return Vector512.AndNot(TimesPowerOfTwo(p, n), vanishing);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Round<T>(Vector512<T> x) =>
        typeof(T) == typeof(float)
            ? Vector512.Round(x.As<T, float>()).As<float, T>()
            : Vector512.Round(x.As<T, double>()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> TimesPowerOfTwo<T>(Vector512<T> p, Vector512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            var whole = Vector512.ConvertToInt32Native(n.As<T, float>());
            Vector512<int> half = whole >> 1;
            var bias = Vector512.Create(127);
            Vector512<float> first = ((half + bias) << 23).AsSingle();
            Vector512<float> second = ((whole - half + bias) << 23).AsSingle();
            return (p.As<T, float>() * first * second).As<float, T>();
        }
        else
        {
            var whole = Vector512.ConvertToInt64Native(n.As<T, double>());
            Vector512<long> half = whole >> 1;
            var bias = Vector512.Create(1023L);
            Vector512<double> first = ((half + bias) << 52).AsDouble();
            Vector512<double> second = ((whole - half + bias) << 52).AsDouble();
            return (p.As<T, double>() * first * second).As<double, T>();
        }
    }

    /// <summary>
    /// sin x and cos x. In float (Cephes): x = n·π/2 + r with |r| ≤ π/4, π/2 in three parts, a polynomial of each in r, and the quadrant n
    /// says which is which; good for |x| below 8,192.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<T> Sin, Vector512<T> Cos) SinCos<T>(Vector512<T> x)
    {
        if (typeof(T) == typeof(double))
        {
            (Vector512<double> sine, Vector512<double> cosine) = Vector512.SinCos(x.As<T, double>());
            return (sine.As<double, T>(), cosine.As<double, T>());
        }

        Vector512<T> n = Round(x * Constant<T>(2 / Math.PI));
        Vector512<T> r = MultiplyAdd(n, Constant<T>(-1.5703125), x);
        r = MultiplyAdd(n, Constant<T>(-4.83751296997070312E-4), r);
        r = MultiplyAdd(n, Constant<T>(-7.54978995489188216E-8), r);
        Vector512<T> square = r * r;
        Vector512<T> s = MultiplyAdd(Constant<T>(-1.9515295891E-4), square, Constant<T>(8.3321608736E-3));
        s = MultiplyAdd(s, square, Constant<T>(-1.6666654611E-1));
        s = MultiplyAdd(s * square, r, r);
        Vector512<T> c = MultiplyAdd(Constant<T>(2.443315711809948E-5), square, Constant<T>(-1.388731625493765E-3));
        c = MultiplyAdd(c, square, Constant<T>(4.166664568298827E-2));
        c = MultiplyAdd(c * square, square, MultiplyAdd(Constant<T>(-0.5), square, Vector512<T>.One));

        var quadrant = Vector512.ConvertToInt32Native(n.As<T, float>());
        Vector512<T> isOdd = Vector512.Equals(quadrant & Vector512<int>.One, Vector512<int>.One).As<int, T>();
        Vector512<T> sineSign = ((quadrant & Vector512.Create(2)) << 30).As<int, T>();
        Vector512<T> cosineSign = (((quadrant + Vector512<int>.One) & Vector512.Create(2)) << 30).As<int, T>();
        return (Vector512.ConditionalSelect(isOdd, c, s) ^ sineSign, Vector512.ConditionalSelect(isOdd, s, c) ^ cosineSign);
    }

    /// <summary>
    /// cos x alone, at half the price. In float: x = (n + ½)π + r with |r| ≤ π/2, so that cos x is −sin r for even n and sin r for odd;
    /// π/2 in three parts as in <see cref="SinCos"/>, and the polynomial of degree 9 for sin r that has the least relative error, 6e-9.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Cos<T>(Vector512<T> x)
    {
        if (typeof(T) == typeof(double))
            return Vector512.Cos(x.As<T, double>()).As<double, T>();
        Vector512<T> n = Round(MultiplyAdd(x, Constant<T>(1 / Math.PI), Constant<T>(-0.5)));
        Vector512<T> quadrants = n + n + Vector512<T>.One;
        Vector512<T> r = MultiplyAdd(quadrants, Constant<T>(-1.5703125), x);
        r = MultiplyAdd(quadrants, Constant<T>(-4.83751296997070312E-4), r);
        r = MultiplyAdd(quadrants, Constant<T>(-7.54978995489188216E-8), r);
        Vector512<T> square = r * r;
        Vector512<T> p = MultiplyAdd(Constant<T>(2.6057808544636962E-6), square, Constant<T>(-1.9809603014322302E-4));
        p = MultiplyAdd(p, square, Constant<T>(8.333066247905004E-3));
        p = MultiplyAdd(p, square, Constant<T>(-1.666665955051202E-1));
        Vector512<T> sine = MultiplyAdd(p * square, r, r);
        Vector512<T> sign = (Vector512.ConvertToInt32Native((n + Vector512<T>.One).As<T, float>()) << 31).As<int, T>();
        return sine ^ sign;
    }

    /// <summary>1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sigmoid<T>(Vector512<T> x) =>
        Vector512<T>.One / (Vector512<T>.One + Exp(-x));

    /// <summary>
    /// The hyperbolic tangent (Cephes): an odd rational function near zero, where 1 − 2/(e^2x + 1) would cancel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Tanh<T>(Vector512<T> x)
    {
        var magnitude = Vector512.Abs(x);
        Vector512<T> square = x * x;
        Vector512<T> p = Constant<T>(-9.64399179425052238628E-1);
        p = MultiplyAdd(p, square, Constant<T>(-9.92877231001918586564E1));
        p = MultiplyAdd(p, square, Constant<T>(-1.61468768441708447952E3));
        Vector512<T> q = square + Constant<T>(1.12811678491632931402E2);
        q = MultiplyAdd(q, square, Constant<T>(2.23548839060100448583E3));
        q = MultiplyAdd(q, square, Constant<T>(4.84406305325125486048E3));
        Vector512<T> near = MultiplyAdd(x * square, p / q, x);
        Vector512<T> far = Vector512<T>.One
            - (Constant<T>(2) / (Exp(magnitude + magnitude) + Vector512<T>.One));
        far = Vector512.CopySign(far, x);
        return Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Constant<T>(0.625)), near, far);
    }

    /// <summary>ln(1 + u) for 0 ≤ u ≤ 1, as 2·artanh(u / (2 + u)) by its series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LogOnePlusUnit<T>(Vector512<T> u)
    {
        Vector512<T> s = u / (u + Constant<T>(2));
        Vector512<T> square = s * s;
        int terms = typeof(T) == typeof(float) ? 8 : 17;
        Vector512<T> sum = Constant<T>(1.0 / ((2 * terms) + 1));
        for (int term = terms - 1; term >= 0; term--)
            sum = MultiplyAdd(sum, square, Constant<T>(1.0 / ((2 * term) + 1)));
        return (s + s) * sum;
    }

    /// <summary>
    /// The error function (Cephes): x·T(x²)/U(x²) up to 1, and 1 − e^−x²·P(|x|)/Q(|x|) beyond.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Erf<T>(Vector512<T> x)
    {
        Vector512<T> square = x * x;
        Vector512<T> t = Constant<T>(9.60497373987051638749E0);
        t = MultiplyAdd(t, square, Constant<T>(9.00260197203842689217E1));
        t = MultiplyAdd(t, square, Constant<T>(2.23200534594684319226E3));
        t = MultiplyAdd(t, square, Constant<T>(7.00332514112805075473E3));
        t = MultiplyAdd(t, square, Constant<T>(5.55923013010394962768E4));
        Vector512<T> u = square + Constant<T>(3.35617141647503099647E1);
        u = MultiplyAdd(u, square, Constant<T>(5.21357949780152679795E2));
        u = MultiplyAdd(u, square, Constant<T>(4.59432382970980127987E3));
        u = MultiplyAdd(u, square, Constant<T>(2.26290000613890934246E4));
        u = MultiplyAdd(u, square, Constant<T>(4.92673942608635921086E4));
        Vector512<T> near = x * t / u;

        // Past 6 the answer is ±1 to the last bit; the bound keeps the powers below overflow in float.
        var z = Vector512.MinNative(Constant<T>(6), Vector512.Abs(x));
        Vector512<T> p = Constant<T>(2.46196981473530512524E-10);
        p = MultiplyAdd(p, z, Constant<T>(5.64189564831068821977E-1));
        p = MultiplyAdd(p, z, Constant<T>(7.46321056442269912687E0));
        p = MultiplyAdd(p, z, Constant<T>(4.86371970985681366614E1));
        p = MultiplyAdd(p, z, Constant<T>(1.96520832956077098242E2));
        p = MultiplyAdd(p, z, Constant<T>(5.26445194995477358631E2));
        p = MultiplyAdd(p, z, Constant<T>(9.34528527171957607540E2));
        p = MultiplyAdd(p, z, Constant<T>(1.02755188689515710272E3));
        p = MultiplyAdd(p, z, Constant<T>(5.57535335369399327526E2));
        Vector512<T> q = z + Constant<T>(1.32281951154744992508E1);
        q = MultiplyAdd(q, z, Constant<T>(8.67072140885989742329E1));
        q = MultiplyAdd(q, z, Constant<T>(3.54937778887819891062E2));
        q = MultiplyAdd(q, z, Constant<T>(9.75708501743205489753E2));
        q = MultiplyAdd(q, z, Constant<T>(1.82390916687909736289E3));
        q = MultiplyAdd(q, z, Constant<T>(2.24633760818710981792E3));
        q = MultiplyAdd(q, z, Constant<T>(1.65666309194161350182E3));
        q = MultiplyAdd(q, z, Constant<T>(5.57535340817727675546E2));
        Vector512<T> far = Vector512<T>.One - (Exp(-(z * z)) * p / q);
        far = Vector512.CopySign(far, x);
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512<T>.One), near, far);
    }
}
