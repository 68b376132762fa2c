using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Reading;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("8 GB", 8_000_000_000)]
    [InlineData("1.5gb", 1_500_000_000)]
    [InlineData("500 MB", 500_000_000)]
    [InlineData("2000 kB", 2_000_000)]
    [InlineData("1 TB", 1_000_000_000_000)]
    public void A_size_is_a_number_and_a_unit(string text, long bytes) => Assert.Equal(bytes, ByteSize.Parse(text));

    [Theory]
    [InlineData("8")]
    [InlineData("GB")]
    [InlineData("-8 GB")]
    [InlineData("0 MB")]
    [InlineData("999 kB")]
    [InlineData("1e9 TB")]
    [InlineData("99999999999999999999 TB")]
    [InlineData("much")]
    public void Anything_else_is_none(string text) => Assert.Null(ByteSize.Parse(text));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1_234, "1.2 kB")]
    [InlineData(500_000_000, "500 MB")]
    [InlineData(2_140_000_000, "2.1 GB")]
    public void A_size_is_written_in_its_largest_unit(long bytes, string text) => Assert.Equal(text, ByteSize.Format(bytes));
}
