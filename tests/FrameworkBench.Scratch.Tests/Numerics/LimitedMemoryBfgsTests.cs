using FrameworkBench.Scratch.Numerics.Optimization;

namespace FrameworkBench.Scratch.Tests.Numerics;

public class LimitedMemoryBfgsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50)]
    public void Rosenbrocks_valley_is_followed_to_its_minimum(int dimensions)
    {
        double[] start = new double[dimensions];
        Array.Fill(start, -1.2);
        Minimum minimum = Minimize(Rosenbrock, start);
        Assert.True(minimum.Converged);
        Assert.All(minimum.Point, coordinate => Assert.Equal(1, coordinate, 1e-8));
    }

    [Fact]
    public void A_badly_scaled_bowl_is_no_obstacle()
    {
        Minimum minimum = Minimize(
            (x, gradient) =>
            {
                double value = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double curvature = Math.Pow(10, i);
                    gradient[i] = curvature * (x[i] - i);
                    value += 0.5 * gradient[i] * (x[i] - i);
                }

                return value;
            },
            new double[7]);
        Assert.True(minimum.Converged);
        for (int i = 0; i < 7; i++)
            Assert.Equal(i, minimum.Point[i], 1e-6);
    }

    [Fact]
    public void A_start_at_the_minimum_stays()
    {
        Minimum minimum = Minimize(Rosenbrock, [1, 1]);
        Assert.Equal(0, minimum.Iterations);
        Assert.True(minimum.Converged);
    }

    [Fact]
    public void A_function_that_is_not_finite_everywhere_is_searched_where_it_is()
    {
        Minimum minimum = Minimize(
            (x, gradient) =>
            {
                gradient[0] = 1 - (1 / x[0]);
                return x[0] - Math.Log(x[0]);
            },
            [20]);
        Assert.True(minimum.Converged);
        Assert.Equal(1, minimum.Point[0], 1e-8);
    }

    [Fact]
    public void Iterations_are_bounded()
    {
        Minimum minimum = LimitedMemoryBfgs.Minimize(
            Rosenbrock, [-1.2, 1], 1e-10, 3, TestContext.Current.CancellationToken);
        Assert.Equal(3, minimum.Iterations);
        Assert.False(minimum.Converged);
    }

    private static Minimum Minimize(Objective objective, double[] start) =>
        LimitedMemoryBfgs.Minimize(objective, start, 1e-10, 5000, TestContext.Current.CancellationToken);

    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        double value = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double off = x[i + 1] - (x[i] * x[i]);
            double left = 1 - x[i];
            value += (100 * off * off) + (left * left);
            gradient[i] += (-400 * off * x[i]) - (2 * left);
            gradient[i + 1] += 200 * off;
        }

        return value;
    }
}
