using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Numerics;

public class VectorMathTests
{
    [Fact]
    public void Float_exp_is_within_2_ulp() =>
        AssertFloat(2, Math.Exp, VectorMath.Exp, Spread(-87, 88.7, 200_000));

    [Fact]
    public void Double_exp_is_within_2_ulp() =>
        AssertDouble(2, Math.Exp, VectorMath.Exp, Spread(-708, 709.7, 200_000));

    [Fact]
    public void Exp_goes_to_its_limits_and_keeps_NaN()
    {
        Vector512<float> singles = VectorMath.Exp(
            Vector512.Create(
                -1000f, 1000, float.NaN, float.NegativeInfinity, float.PositiveInfinity, 0, -88, -1e9f, 0, 0, 0, 0, 0, 0, 0, 0));
        Assert.Equal(
            [0f, float.PositiveInfinity, float.NaN, 0, float.PositiveInfinity, 1, 0, 0],
            Enumerable.Range(0, 8).Select(i => singles[i]));
        Vector512<double> doubles = VectorMath.Exp(
            Vector512.Create(-1000, 1000, double.NaN, double.NegativeInfinity, double.PositiveInfinity, 0, -709, -1e9));
        Assert.Equal(
            [0, double.PositiveInfinity, double.NaN, 0, double.PositiveInfinity, 1, 0, 0],
            Enumerable.Range(0, 8).Select(i => doubles[i]));
    }

    [Fact]
    public void Float_sigmoid_is_within_4_ulp() =>
        AssertFloat(4, x => 1 / (1 + Math.Exp(-x)), VectorMath.Sigmoid, Spread(-80, 80, 200_000));

    [Fact]
    public void Double_sigmoid_is_within_4_ulp() =>
        AssertDouble(4, x => 1 / (1 + Math.Exp(-x)), VectorMath.Sigmoid, Spread(-700, 700, 200_000));

    [Theory]
    [InlineData(30, 2.5e-7)]
    [InlineData(8000, 3e-6)]
    public void Float_sine_and_cosine_are_close(double most, double tolerance)
    {
        foreach (double x in Spread(-most, most, 100_000))
        {
            float single = (float)x;
            (Vector512<float> sine, Vector512<float> cosine) = VectorMath.SinCos(Vector512.Create(single));
            Assert.InRange(sine[3], Math.Sin(single) - tolerance, Math.Sin(single) + tolerance);
            Assert.InRange(cosine[3], Math.Cos(single) - tolerance, Math.Cos(single) + tolerance);
            float alone = VectorMath.Cos(Vector512.Create(single))[3];
            Assert.InRange(alone, Math.Cos(single) - tolerance, Math.Cos(single) + tolerance);
        }
    }

    [Fact]
    public void Double_sine_and_cosine_are_close()
    {
        foreach (double x in Spread(-30, 30, 20_000))
        {
            (Vector512<double> sine, Vector512<double> cosine) = VectorMath.SinCos(Vector512.Create(x));
            Assert.Equal(Math.Sin(x), sine[3], 1e-15);
            Assert.Equal(Math.Cos(x), cosine[3], 1e-15);
            Assert.Equal(Math.Cos(x), VectorMath.Cos(Vector512.Create(x))[3], 1e-15);
        }
    }

    [Fact]
    public void Float_tanh_is_within_4_ulp() =>
        AssertFloat(4, Math.Tanh, VectorMath.Tanh, [.. Spread(-12, 12, 200_000), .. Spread(-1e-3, 1e-3, 1000), 1e-30, 200]);

    [Fact]
    public void Double_tanh_is_within_4_ulp() =>
        AssertDouble(4, Math.Tanh, VectorMath.Tanh, [.. Spread(-22, 22, 200_000), .. Spread(-1e-3, 1e-3, 1000), 1e-300, 800]);

    [Fact]
    public void Float_logarithm_of_one_plus_is_within_4_ulp() =>
        AssertFloat(4, u => 2 * Math.Atanh(u / (2 + u)), VectorMath.LogOnePlusUnit, [.. Spread(0, 1, 100_000), 1e-20, 1e-6]);

    [Fact]
    public void Double_logarithm_of_one_plus_is_within_4_ulp() =>
        AssertDouble(4, u => 2 * Math.Atanh(u / (2 + u)), VectorMath.LogOnePlusUnit, [.. Spread(0.01, 1, 100_000)]);

    [Fact]
    public void Erf_agrees_with_values_of_high_precision()
    {
        var golden = Golden.Read("erf.json");
        double[] x = golden.Array("x");
        double[] expected = golden.Array("erf");
        for (int i = 0; i < x.Length; i++)
        {
            double actual = VectorMath.Erf(Vector512.Create(x[i]))[0];
            double unit = Math.BitIncrement(Math.Abs(expected[i])) - Math.Abs(expected[i]);
            Assert.True(Math.Abs(actual - expected[i]) <= 4 * unit, $"erf({x[i]:r}) is {actual:r}, not {expected[i]:r}");
            float single = VectorMath.Erf(Vector512.Create((float)x[i]))[0];
            Assert.Equal(expected[i], single, 5e-7);
        }
    }

    [Fact]
    public void A_lane_does_not_depend_on_its_neighbors()
    {
        double[] x = [.. Spread(-5, 5, 29)];
        double[] whole = new double[29];
        Elementwise.Map<double, Exponential>(x, whole, default);
        for (int i = 0; i < x.Length; i++)
        {
            double[] alone = new double[1];
            Elementwise.Map<double, Exponential>(x.AsSpan(i, 1), alone, default);
            Assert.Equal(alone[0], whole[i]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    public void Elementwise_loops_write_every_element_and_nothing_behind(int count)
    {
        double[] x = [.. Enumerable.Range(1, count).Select(i => (double)i)];
        double[] y = [.. Enumerable.Repeat(-1.0, count + 9)];
        Elementwise.Map<double, Product<double>>(x, x, y, default);
        Assert.Equal([.. x.Select(value => value * value), .. Enumerable.Repeat(-1.0, 9)], y);
    }

    private static double[] Spread(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    private static void AssertFloat(
        double bound, Func<double, double> exact, Func<Vector512<float>, Vector512<float>> function, double[] values)
    {
        foreach (double value in values)
        {
            float x = (float)value;
            float actual = function(Vector512.Create(x))[3];
            double expected = exact(x);
            float magnitude = (float)Math.Abs(expected);
            double unit = MathF.BitIncrement(magnitude) - magnitude;
            double error = Math.Abs(actual - expected) / unit;
            if (!(error <= bound))
                Assert.Fail($"f({x}) is {actual:r}, {error:f1} ulp from {expected:r}.");
        }
    }

    private static void AssertDouble(
        double bound, Func<double, double> exact, Func<Vector512<double>, Vector512<double>> function, double[] values)
    {
        foreach (double x in values)
        {
            double actual = function(Vector512.Create(x))[3];
            double expected = exact(x);
            double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            double error = Math.Abs(actual - expected) / unit;
            if (!(error <= bound))
                Assert.Fail($"f({x:r}) is {actual:r}, {error:f1} ulp from {expected:r}.");
        }
    }

    private readonly struct Exponential : IElementwise<double>
    {
        public Vector512<double> Apply(Vector512<double> x) => VectorMath.Exp(x);
    }
}
