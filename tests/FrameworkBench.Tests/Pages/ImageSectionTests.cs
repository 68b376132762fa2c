using System.Xml.Linq;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Pages;
using FrameworkBench.Results;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public class ImageSectionTests
{
    private static readonly IReadOnlyList<ResultFile> Files = ResultsWriter.Make(SampleImagesRun.Make());

    [Fact]
    public void The_page_of_images_is_as_approved() =>
        ApprovedResults.Hold(
            [.. Files.Where(file => file.Path is "strokes/README.md" || file.Path.StartsWith("strokes/images", StringComparison.Ordinal))],
            "approved-images");

    [Fact]
    public void The_surest_mistakes_come_first_and_are_framed()
    {
        // Rows 10, 12, 14 … are wrong, and the later a row the surer the network.
        string said = Description("strokes/images-strokes-net.svg");

        Assert.StartsWith("The first 12 of 30 test images: m → r (marked). r → r. l → m (marked). ", said, StringComparison.Ordinal);
        Assert.Contains(
            "The 12 most confident of 15 errors; predicted with probability 88 to 66 %: r → l (marked). l → m (marked). ", said,
            StringComparison.Ordinal);
        Assert.Equal(6 + 12, said.Split("(marked)").Length - 1);
    }

    [Fact]
    public void A_model_of_labels_only_is_not_said_to_be_sure() =>
        Assert.Contains("All 3 errors, most confident first: ", Description("strokes/images-strokes-labels.svg"), StringComparison.Ordinal);

    [Fact]
    public void Images_are_shown_only_on_request()
    {
        RunResult run = SampleImagesRun.Make();
        Experiment silent = run.Experiments[0] with { Report = new ReportSettings() };

        IReadOnlyList<ResultFile> files = ResultsWriter.Make(run with { Experiments = [silent] });

        Assert.DoesNotContain(files, file => file.Path.Contains("images", StringComparison.Ordinal));
    }

    private static string Description(string path) =>
        XDocument.Parse(Files.Single(file => file.Path == path).Text).Descendants()
            .Single(element => element.Name.LocalName == "desc").Value;
}
