using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Reading;

public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("own", "own/table.csv", true)]
    [InlineData("own", "own/deep/../table.csv", true)]
    [InlineData("own", "own/..table.csv", true)]
    [InlineData("own", "own/../own/table.csv", true)]
    [InlineData("own", "own/../table.csv", false)]
    [InlineData("own", "ownership/table.csv", false)]
    [InlineData("own", "../table.csv", false)]
    [InlineData(".", "own/table.csv", true)]
    public void A_path_leads_into_a_folder_or_out_of_it(string folder, string path, bool expected) =>
        Assert.Equal(expected, RealPath.LeadsInto(In(folder), In(path)));

    [Fact]
    public void Links_are_followed_before_what_two_dots_mean()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights that few users have");
        Directory.CreateDirectory(In("own"));
        Directory.CreateDirectory(In("other/deep"));
        File.CreateSymbolicLink(In("own/link"), "../other/deep");
        File.CreateSymbolicLink(In("own/back"), In("own"));

        Assert.False(RealPath.LeadsInto(In("own"), In("own") + "/link/table.csv"));
        Assert.False(RealPath.LeadsInto(In("own"), In("own") + "/link/../table.csv"));
        Assert.True(RealPath.LeadsInto(In("other"), In("own") + "/link/../table.csv"));
        Assert.True(RealPath.LeadsInto(In("own"), In("own") + "/back/back/table.csv"));
    }

    [Fact]
    public void A_loop_of_links_has_an_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights that few users have");
        File.CreateSymbolicLink(In("a"), In("b"));
        File.CreateSymbolicLink(In("b"), In("a"));
        var error = Assert.Throws<IOException>(() => RealPath.Of(In("a")));
        Assert.EndsWith(" is a loop of links; expected a file", error.Message, StringComparison.Ordinal);
    }

    private string In(string path) => Path.Combine(root.Path, path);
}
