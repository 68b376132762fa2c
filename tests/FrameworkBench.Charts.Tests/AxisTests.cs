namespace FrameworkBench.Charts.Tests;

public class AxisTests
{
    [Theory]
    [InlineData(0, 1, 5, 0.2)]
    [InlineData(0.93, 0.99, 6, 0.01)]
    [InlineData(0, 2000, 9, 250)]
    [InlineData(-3, 4, 4, 2)]
    [InlineData(1e-9, 5e-9, 4, 1e-9)]
    public void Steps_are_nice_numbers(double low, double high, int about, double step) =>
        Assert.Equal(step, Ticks.Step(low, high, about), step * 1e-9);

    [Fact]
    public void Counts_have_whole_steps() => Assert.Equal(1, Ticks.Step(0, 3, 6, whole: true));

    [Fact]
    public void Linear_ticks_carry_the_decimals_of_their_step() =>
        Assert.Equal(["0.92", "0.94", "0.96", "0.98", "1.00"], Labels(new Axis("a"), [0.921, 0.995], 300));

    [Fact]
    public void Logarithmic_ticks_are_decades_and_between_few_decades_more() =>
        Assert.Equal(["1", "10", "100", "1000", "10\u202F000"],
            Labels(new Axis("a") { Scale = AxisScale.Logarithmic }, [1, 10000], 250));

    [Fact]
    public void Percent_seconds_and_bytes_are_reported_in_their_units()
    {
        Assert.Equal(["90 %", "95 %", "100 %"], Labels(new Axis("a") { Numbers = NumberStyle.Percent }, [0.9, 1], 100));
        Assert.Equal(["0", "10 ms", "20 ms"], Labels(new Axis("a") { Numbers = NumberStyle.Seconds }, [0, 0.02], 100));
        Assert.Equal(["0", "100 MB", "200 MB"], Labels(new Axis("a") { Numbers = NumberStyle.Bytes }, [0, 2e8], 100));
    }

    [Fact]
    public void One_value_alone_still_has_an_axis_with_room_on_both_sides()
    {
        var scale = Scale.Of(new Axis("a"), [0.5], 0, 100, 45, round: true);

        Assert.InRange(scale.Map(0.5), 1, 99);
    }

    [Fact]
    public void Fixed_ends_are_kept()
    {
        var scale = Scale.Of(new Axis("a") { Minimum = 0.03, Maximum = 0.97 }, [0.5], 0, 100, 45, round: true);

        Assert.Equal((0.03, 0.97), (scale.Low, scale.High));
    }

    [Fact]
    public void Ends_the_wrong_way_round_are_refused() =>
        Assert.Equal("The axis 'a' goes from 2 to 1; the maximum must be larger. (Parameter 'axis')",
            Assert.Throws<ArgumentException>(() => Scale.Of(new Axis("a")
            {
                Minimum = 2,
                Maximum = 1,
            }, [], 0, 100, 45, round: true)).Message);

    [Theory]
    [InlineData(0.96667, NumberStyle.Plain, "0.967")]
    [InlineData(-0.0041, NumberStyle.Plain, "−0.0041")]
    [InlineData(12345.6, NumberStyle.Plain, "12\u202F346")]
    [InlineData(2e9, NumberStyle.Plain, "2·10⁹")]
    [InlineData(1e-7, NumberStyle.Plain, "10⁻⁷")]
    [InlineData(0.96667, NumberStyle.Percent, "96.7 %")]
    [InlineData(0.0000123, NumberStyle.Seconds, "12.3 µs")]
    [InlineData(90, NumberStyle.Seconds, "1.5 min")]
    [InlineData(1_500_000, NumberStyle.Bytes, "1.5 MB")]
    [InlineData(0, NumberStyle.Seconds, "0")]
    [InlineData(double.NaN, NumberStyle.Plain, "–")]
    [InlineData(double.NegativeInfinity, NumberStyle.Plain, "−∞")]
    public void A_number_alone_has_three_digits_and_its_unit(double value, NumberStyle style, string text) =>
        Assert.Equal(text, Numbers.Alone(value, style));

    [Fact]
    public void Labels_are_moved_apart_but_stay_in_their_range()
    {
        double[] placed = Spread.Apart([50, 52, 51, 99], gap: 14, low: 0, high: 100);

        double[] sorted = placed.Order().ToArray();
        Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14));
        Assert.InRange(sorted[^1], 0, 100);
        Assert.Equal(50, placed[0]);
    }

    [Fact]
    public void A_label_beside_a_crowd_takes_a_free_side()
    {
        var placement = new LabelPlacement(0, 0, 200, 200, [(100, 100, 100), (130, 100, 100)]);

        var (x, _, anchor) = placement.Place(100, 100, "label");

        Assert.Equal(TextAnchor.End, anchor);
        Assert.True(x < 100);
    }

    [Fact]
    public void Simplified_lines_keep_their_corners_and_lose_what_lies_between()
    {
        var line = Enumerable.Range(0, 101).Select(i => ((double)i, i <= 50 ? 0.0 : i - 50.0)).ToList();

        Assert.Equal([(0, 0), (50, 0), (100, 50)], Outline.Simplified(line));
    }

    [Fact]
    public void Text_is_wrapped_between_words_and_shortened_with_an_ellipsis()
    {
        Assert.Equal(["one two", "three"], TextWidth.Wrap("one two three", TextWidth.Of("one two") + 1));
        Assert.EndsWith("…", TextWidth.Shorten("a long name of a model", 60), StringComparison.Ordinal);
        Assert.Equal("short", TextWidth.Shorten("short", 60));
    }

    private static string[] Labels(Axis axis, double[] values, double pixels) =>
        [.. Scale.Of(axis, values, 0, pixels, 50, round: true).Ticks.Select(tick => tick.Label)];
}
