using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Tests.Storing;

public sealed class StoreDisplayTests
{
    [Fact]
    public void Outcomes_that_were_never_finished_are_told_in_one_line()
    {
        Assert.Null(StoreDisplay.Line([]));
        Assert.Equal(
            "store: 2 unfinished outcomes of killed runs ignored; 'store gc' drops them", StoreDisplay.Line(["a", "b"]));
    }

    [Fact]
    public void Damaged_outcomes_are_told_in_one_line()
    {
        var damaged = new Dictionary<string, string>(StringComparer.Ordinal);
        Assert.Null(StoreDisplay.Line(damaged, "run again"));
        damaged["b.json"] = "it is torn";
        Assert.Equal("store: 1 damaged outcome, run again: it is torn (b.json)", StoreDisplay.Line(damaged, "run again"));
        damaged["a.json"] = "it is a folder";
        Assert.Equal(
            "store: 2 damaged outcomes, not reported; the first: it is a folder (a.json)", StoreDisplay.Line(damaged, "not reported"));
    }
}
