using System.Globalization;
using FrameworkBench.Engines.Processes;

namespace FrameworkBench.Tests.Engines.Processes;

public sealed class EngineLogTests
{
    [Fact]
    public void Lines_are_kept_as_they_are_written_whatever_the_pieces()
    {
        var log = new EngineLog();
        Assert.Null(log.Read());
        foreach (string piece in new[] { "fir", "st\nsecond\r\nth", "ird" })
            log.Write(piece);
        Assert.Equal("first\nsecond\nthird", log.Read());
        Assert.Equal(19, log.Written);
        log.Clear();
        Assert.Null(log.Read());
    }

    [Fact]
    public void Escapes_are_shown()
    {
        var log = new EngineLog();
        log.Write("\u001b[31mred\u001b[0m\nunended \a");
        Assert.Equal("\\u001B[31mred\\u001B[0m\nunended \\u0007", log.Read());
    }

    [Fact]
    public void The_first_and_last_lines_of_many_are_kept()
    {
        var log = new EngineLog();
        for (int line = 0; line < 1000; line++)
            log.Write(line.ToString(CultureInfo.InvariantCulture) + "\n");
        string[] lines = log.Read()!.Split('\n');
        Assert.Equal(61, lines.Length);
        Assert.Equal(["0", "19", "… (940 lines omitted)", "960", "999"], [lines[0], lines[19], lines[20], lines[21], lines[^1]]);
    }

    [Fact]
    public void A_line_of_a_gigabyte_costs_no_memory()
    {
        var log = new EngineLog();
        string piece = new('x', 1_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            log.Write(piece);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal(1_000_000_000, log.Written);
        Assert.Equal(new string('x', 2000) + " …", log.Read());
    }
}
