using System.Globalization;
using System.Xml.Linq;

namespace FrameworkBench.Charts.Tests;

public class ChartWriterTests
{
    private static readonly Dictionary<string, Chart> Samples = new(StringComparer.Ordinal)
    {
        ["line-learning-curve"] = SampleCharts.LearningCurve(),
        ["line-logarithmic"] = SampleCharts.LogarithmicCurve(),
        ["line-steps"] = SampleCharts.Steps(),
        ["line-many-series"] = SampleCharts.ManySeries(),
        ["line-empty"] = SampleCharts.Empty(),
        ["points-pareto"] = SampleCharts.Pareto(),
        ["bars-upward"] = SampleCharts.Bars(),
        ["bars-rightward"] = SampleCharts.RightwardBars(),
        ["bars-truncated-axis"] = SampleCharts.DotsOnTruncatedAxis(),
        ["bars-times"] = SampleCharts.Times(),
        ["forest"] = SampleCharts.Forest(),
        ["heat-confusion"] = MoreSampleCharts.Confusion(),
        ["heat-differences"] = MoreSampleCharts.Differences(),
        ["panels-activations"] = MoreSampleCharts.Activations(),
        ["confusion"] = MoreSampleCharts.Mistakes(),
        ["plane-xor"] = MoreSampleCharts.Plane(),
        ["plane-panels"] = MoreSampleCharts.Planes(),
        ["images-digits"] = MoreSampleCharts.Digits(),
        ["ranks"] = MoreSampleCharts.Ranks(),
        ["boxes"] = MoreSampleCharts.Boxes(),
        ["parallel"] = MoreSampleCharts.Tuning(),
        ["tree"] = MoreSampleCharts.Tree(),
        ["network-xor"] = MoreSampleCharts.XorNetwork(),
        ["network-digits"] = MoreSampleCharts.DigitsNetwork(),
        ["panels-mixed"] = MoreSampleCharts.Mixed(),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_of_chart_is_drawn_as_approved(string name) =>
        ApprovedFile.Holds(name, ChartWriter.Write(Samples[name], name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_chart_gives_the_same_bytes_in_any_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        string first = ChartWriter.Write(Samples[name], "a");
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(first, ChartWriter.Write(Samples[name], "a"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_id_starts_with_the_given_one_and_every_reference_is_met(string name)
    {
        var document = XDocument.Parse(ChartWriter.Write(Samples[name], "page-7"));
        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Count(), ids.Count);
        Assert.All(ids, id => Assert.StartsWith("page-7", id, StringComparison.Ordinal));
        Assert.All(
            document.Descendants().Attributes().Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal)),
            a => Assert.Contains(a.Value[5..^1], ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_number_in_a_picture_is_other_than_finite(string name)
    {
        string text = ChartWriter.Write(Samples[name], "a");

        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_style_rule_holds_for_its_own_picture_only(string name)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        string style = XDocument.Parse(ChartWriter.Write(Samples[name], "own")).Descendants(svg + "style").Single().Value;

        var selectors = style.Split('\n')
            .Where(line => line.Contains('{', StringComparison.Ordinal) && !line.StartsWith("@media", StringComparison.Ordinal))
            .SelectMany(line => line[..line.IndexOf('{', StringComparison.Ordinal)].Split(','));
        Assert.All(selectors, selector => Assert.StartsWith("#own ", selector, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_picture_has_a_name_and_a_description_for_screen_readers(string name)
    {
        var root = XDocument.Parse(ChartWriter.Write(Samples[name], "a")).Root!;

        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal("a-title a-desc", root.Attribute("aria-labelledby")!.Value);
        Assert.Equal(Samples[name].Title, root.Elements().Single(e => e.Attribute("id")?.Value == "a-title").Value);
        Assert.NotEmpty(root.Elements().Single(e => e.Attribute("id")?.Value == "a-desc").Value);
    }

    [Fact]
    public void Text_from_outside_cannot_break_the_picture()
    {
        const string Hostile = "<script>\"&'\u0001</script>";
        var chart = new LineChart(Hostile, new Axis(Hostile), new Axis(Hostile), [new Series(Hostile, [new(0, 1) { Label = Hostile }])])
        {
            Subtitle = Hostile,
            IntervalLabel = Hostile,
            Horizontals = [new ReferenceLine(1, Hostile)],
        };

        var root = XDocument.Parse(ChartWriter.Write(chart, "a")).Root!;

        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains(root.Descendants(), element => element.Value == "<script>\"&'</script>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("7up")]
    [InlineData("a b")]
    [InlineData("a\"")]
    public void An_id_that_is_none_is_refused(string id) =>
        Assert.Equal($"'{id}' is not an id: a letter, then letters, digits, '-' or '_'. (Parameter 'id')",
            Assert.Throws<ArgumentException>(() => ChartWriter.Write(SampleCharts.Empty(), id)).Message);

    [Fact]
    public void A_logarithmic_axis_counts_what_it_cannot_show() =>
        Assert.Contains("1 point at 0 or below cannot be shown on a logarithmic axis.",
            ChartWriter.Write(SampleCharts.Pareto(), "a"), StringComparison.Ordinal);

    [Fact]
    public void A_gap_splits_a_line_instead_of_bridging_it()
    {
        var chart = new LineChart("t", new Axis("x"), new Axis("y"), [SampleCharts.OverSteps("", [1, 2, double.NaN, 4, 5])]);

        string line = XDocument.Parse(ChartWriter.Write(chart, "a")).Descendants()
            .Single(e => e.Attribute("class")?.Value == "w c0").Attribute("d")!.Value;

        Assert.Equal(2, line.Count(c => c == 'M'));
    }

    [Fact]
    public void Bars_whose_series_do_not_match_the_categories_are_refused() =>
        Assert.Equal("Series 's' of 't' has 1 values for 2 categories. (Parameter 'chart')",
            Assert.Throws<ArgumentException>(() => ChartWriter.Write(
                new BarChart("t", new Axis("v"), ["a", "b"], [new BarSeries("s", [new(1)])]), "a")).Message);

    [Fact]
    public void A_logarithmic_axis_from_zero_is_refused() =>
        Assert.Equal("The logarithmic axis 'v' has a minimum of 0; it needs one above 0. (Parameter 'axis')",
            Assert.Throws<ArgumentException>(() => ChartWriter.Write(
                new LineChart("t", new Axis("x"), new Axis("v") { Scale = AxisScale.Logarithmic, Minimum = 0 }, []), "a")).Message);

    [Fact]
    public void What_an_axis_cuts_off_is_said_below_the_plot()
    {
        var chart = new LineChart("t", new Axis("x"), new Axis("y") { Minimum = 0.5, Maximum = 1 },
            [new Series("deep", [new(1, 0.25), new(2, 0.75)]),
                new Series("wide", [new(1, 0.625, 0.375, 0.875), new(2, 0.75, 0.625, 0.875)])]);

        string text = ChartWriter.Write(chart, "a");

        Assert.Contains("Beyond the axis: deep 0.25 at 1.", text, StringComparison.Ordinal);
        Assert.Contains("Some intervals go on beyond the axis: wide.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_shows_all_says_nothing_of_its_axis() =>
        Assert.DoesNotContain("beyond the axis", ChartWriter.Write(SampleCharts.LearningCurve(), "a"), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(0, 4)]
    public void Panels_share_a_legend_only_where_no_look_has_two_names(int look, int names)
    {
        var panels = new Panels("t", [Panel("one", 0), Panel("two", look)]);

        // Both panels have a line "same", which a legend of its own repeats.
        Assert.Equal(names, XDocument.Parse(ChartWriter.Write(panels, "a")).Descendants().Count(e => e.Value is "one" or "two" or "same"));

        static LineChart Panel(string name, int look) => new(name + " panel", new Axis("x"), new Axis("y"),
            [new Series(name, [new(0, 0), new(1, 1)]) { Look = look }, new Series("same", [new(0, 1), new(1, 0)]) { Look = 4 }]);
    }

    [Fact]
    public void An_axis_is_divided_where_it_says() =>
        Assert.Equal(["50", "100", "1347"], XDocument.Parse(ChartWriter.Write(
            new LineChart("t", new Axis("rows")
            {
                Scale = AxisScale.Logarithmic,
                Ticks = [50, 100, 1347],
            }, new Axis("y"), [new Series("", [new(50, 1), new(1347, 2)])]), "a"))
            .Descendants().Where(e => e.Attribute("text-anchor")?.Value == "middle" && e.Attribute("class")?.Value == "q")
            .Select(e => e.Value));

    [Fact]
    public void Bars_carry_their_numbers_all_or_none_with_the_same_decimals()
    {
        Assert.Equal(["0.900", "0.905", "0.893"], NumbersOf(3));
        Assert.Empty(NumbersOf(28));

        static IEnumerable<string> NumbersOf(int bars) => XDocument.Parse(ChartWriter.Write(
            new BarChart(
                "t", new Axis("v"), [.. Enumerable.Range(0, bars).Select(i => $"{i}")],
                [new BarSeries("s", [.. Enumerable.Range(0, bars).Select(i => new BarValue(new[] { 0.9, 0.905, 0.893 }[i % 3]))])]), "a"))
            .Descendants().Where(e => e.Attribute("class")?.Value == "n o").Select(e => e.Value);
    }

    [Fact]
    public void Missing_bars_are_reported_by_their_reason() =>
        Assert.Contains("– not planned: tree (b, c); net (b).", ChartWriter.Write(
            new BarChart("t", new Axis("v"), ["tree", "net"],
            [
                new BarSeries("a", [new(1), new(1)]),
                new BarSeries("b", [new(double.NaN) { Reason = "not planned" }, new(double.NaN) { Reason = "not planned" }]),
                new BarSeries("c", [new(double.NaN) { Reason = "not planned" }, new(1)]),
            ]), "a"), StringComparison.Ordinal);

    [Fact]
    public void A_bar_below_zero_points_to_the_left_of_zero()
    {
        var root = XDocument.Parse(ChartWriter.Write(
            new BarChart("t", new Axis("v")
            {
                Minimum = -1,
                Maximum = 1,
            }, ["up", "down"], [new BarSeries("", [new(0.5), new(-0.5)])])
            { Direction = BarDirection.Rightward }, "a"));
        (double Left, double Width)[] bars =
            [.. root.Descendants().Where(e => e.Name.LocalName == "rect" && e.Elements().Any()).Select(e => (Of(e, "x"), Of(e, "width")))];

        Assert.Equal(2, bars.Length);
        Assert.Equal(bars[0].Left, bars[1].Left + bars[1].Width, 0.11);
        Assert.Equal(bars[0].Width, bars[1].Width, 0.11);

        static double Of(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_mistake_is_as_strong_as_its_share_of_the_true_class()
    {
        string text = ChartWriter.Write(new ConfusionMatrix("t", ["common", "rare"], [[900, 100], [5, 5]]), "a");

        // Ten of a hundred is the weakest third of orange, five of ten the strongest.
        Assert.Contains("class=\"d3\"><title>common, rare: 100", text, StringComparison.Ordinal);
        Assert.Contains("class=\"d1\"><title>rare, common: 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_keeps_off_the_stairs_below_its_point()
    {
        var chart = new LineChart("t", new Axis("x"), new Axis("y"),
        [
            new Series("front", [new(0, 0), new(1, 1)]) { Style = SeriesStyle.Step, IsMarked = false },
            new Series("models", [new(0, 0) { Label = "linear" }, new(1, 1) { Label = "forest" }]) { Style = SeriesStyle.Points },
        ]);

        var root = XDocument.Parse(ChartWriter.Write(chart, "a")).Root!;
        var label = root.Descendants().Single(e => e.Value == "linear");
        string start = root.Descendants().Select(e => e.Attribute("class")?.Value == "w c0" ? e.Attribute("d")!.Value : null)
            .OfType<string>()
            .Last();

        // The stairs leave the first point to the right, so its label is not on that height.
        Assert.NotEqual(
            double.Parse(start[1..].Split(' ')[1], CultureInfo.InvariantCulture) + 4,
            double.Parse(label.Attribute("y")!.Value, CultureInfo.InvariantCulture), 0.2);
        Assert.DoesNotContain(root.Descendants(), e => e.Attribute("class")?.Value == "v f0");
    }
}
