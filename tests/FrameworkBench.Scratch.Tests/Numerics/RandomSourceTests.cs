using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Numerics;

public class RandomSourceTests
{
    [Fact]
    public void The_stream_of_seed_0_is_xoshiro256starstar_filled_by_splitmix64()
    {
        var random = new RandomSource(0);
        ulong[] first = [.. Enumerable.Range(0, 5).Select(_ => random.NextUInt64())];
        Assert.Equal(
            [
                11091344671253066420, 13793997310169335082, 1900383378846508768, 7684712102626143532, 13521403990117723737,
            ],
            first);
    }

    [Fact]
    public void Streams_of_one_seed_differ()
    {
        Assert.NotEqual(new RandomSource(1, 0).NextUInt64(), new RandomSource(1, 1).NextUInt64());
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_the_uniform_distribution()
    {
        var random = new RandomSource(7);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        Assert.All(values, value => Assert.InRange(value, 0, Math.BitDecrement(1.0)));
        Assert.Equal(0.5, values.Average(), 0.005);
        Assert.Equal(1.0 / 12, Variance(values), 0.002);
    }

    [Fact]
    public void Gaussians_have_the_moments_of_the_normal_distribution()
    {
        var random = new RandomSource(8);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextGaussian())];
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, Variance(values), 0.02);
        Assert.Equal(0.6827, values.Count(value => Math.Abs(value) < 1) / 100_000.0, 0.01);
        Assert.Equal(0.0027, values.Count(value => Math.Abs(value) > 3) / 100_000.0, 0.001);
    }

    [Fact]
    public void Bounded_integers_fall_evenly()
    {
        var random = new RandomSource(9);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
            counts[random.NextInt32(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void A_shuffle_keeps_every_item_and_reaches_every_order_evenly()
    {
        var random = new RandomSource(10);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < 12_000; i++)
        {
            char[] letters = ['a', 'b', 'c'];
            random.Shuffle<char>(letters);
            string order = new(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(["abc", "acb", "bac", "bca", "cab", "cba"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.All(counts.Values, count => Assert.InRange(count, 1_800, 2_200));
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
