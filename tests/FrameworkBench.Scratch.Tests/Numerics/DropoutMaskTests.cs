using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Numerics;

public class DropoutMaskTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(25)]
    [InlineData(1000)]
    public void Float_and_double_drop_the_same_elements_as_one_by_one(int count)
    {
        float[] singles = new float[count + 20];
        double[] doubles = new double[count + 20];
        DropoutMask.Draw(singles.AsSpan(0, count), 0.3, new RandomSource(4, 2));
        DropoutMask.Draw(doubles.AsSpan(0, count), 0.3, new RandomSource(4, 2));

        var random = new RandomSource(4, 2);
        ulong bits = 0;
        for (int i = 0; i < count; i++)
        {
            bits = i % 2 == 0 ? random.NextUInt64() : bits >> 32;
            bool dropped = (uint)bits < 0.3 * 4294967296;
            Assert.Equal(dropped ? 0 : 1 / 0.7, doubles[i]);
            Assert.Equal(dropped ? 0 : (float)(1 / 0.7), singles[i]);
        }

        Assert.All(singles[count..], value => Assert.Equal(0, value));
        Assert.All(doubles[count..], value => Assert.Equal(0, value));
    }
}
