using System.Xml.Linq;
using FrameworkBench.Pages;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public class ReconstructionSectionTests
{
    private static readonly IReadOnlyList<ResultFile> Files = ResultsWriter.Make(SampleReconstructionRun.Make());

    [Fact]
    public void The_page_of_reconstructions_is_as_approved() => ApprovedResults.Hold(
        [.. Files.Where(
            file => file.Path is "squeezed/README.md" or "squeezed/scores.csv"
            || file.Path.StartsWith("squeezed/images", StringComparison.Ordinal))], "approved-reconstructions");

    [Fact]
    public void Each_kind_is_shown_once_with_what_every_model_that_ran_left_of_it()
    {
        string picture = Files.Single(file => file.Path == "squeezed/images-strokes.svg").Text;
        string said = XDocument.Parse(picture).Descendants().Single(element => element.Name.LocalName == "desc").Value;

        Assert.StartsWith("Originals: l. m. r. 2-1-2 | net, scratch: 0.003.", said, StringComparison.Ordinal);
        Assert.Contains("half, scratch:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("none", said, StringComparison.Ordinal);
    }
}
