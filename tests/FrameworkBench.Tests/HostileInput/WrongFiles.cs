using System.Diagnostics;
using System.Globalization;
using System.Text;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>
/// Makes wrong files of right ones. Each must be read or refused by an exception that says what is wrong, soon and in little memory. A run
/// makes a fixed number; the variable FRAMEWORKBENCH_WRONG_FILES asks for another number of each kind, and
/// FRAMEWORKBENCH_WRONG_FILES_FROM for other seeds, from its number on.
/// </summary>
internal static class WrongFiles
{
    private const int UsualNumber = 250;
    private const long MostBytes = 400_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Wrong files of each kind.</summary>
    public static int Number => NumberOr(UsualNumber);

    /// <summary>Wrong files of a kind that takes longer to read.</summary>
    /// <param name="usual">How many where no other number is asked for.</param>
    public static int NumberOr(int usual) => Asked("FRAMEWORKBENCH_WRONG_FILES") ?? usual;

    /// <summary>Reads wrong files made of right ones, and the right ones too unless it is said how many are refused at least.</summary>
    /// <param name="right">The right files.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="least">Files that are refused, at least; null for a quarter.</param>
    /// <param name="isRefusal">Whether an exception refuses a file; null for those of input and of files.</param>
    /// <param name="number">How many; null for <see cref="Number"/>.</param>
    public static void Read(
        IEnumerable<byte[]> right, Action<byte[]> read, int? least = null, Func<Exception, bool>? isRefusal = null, int? number = null)
    {
        int files = number ?? Number, first = Asked("FRAMEWORKBENCH_WRONG_FILES_FROM") ?? 0;
        byte[][] samples = [.. right];
        foreach (byte[] sample in samples.Where(_ => least is null))
            read(sample);
        var mutator = new Mutator(samples);
        (long mostBytes, TimeSpan longest) = (0, TimeSpan.Zero);
        int refused = Enumerable.Range(first, files).Count(seed =>
        {
            Cost cost = CostOf(mutator.Make(new Random(seed)), read, isRefusal ?? (error => error is InputException or IOException), seed);
            (mostBytes, longest) = (Math.Max(mostBytes, cost.Bytes), cost.Time > longest ? cost.Time : longest);
            return cost.IsRefused;
        });
        Assert.InRange(refused, least ?? files / 4, files);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{files} files: {refused} refused, {files - refused} read; at most {mostBytes / 1e6:F1} MB and {longest.TotalSeconds:F2} s"));
    }

    private static int? Asked(string variable) => Environment.GetEnvironmentVariable(variable) is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture) : null;

    private static Cost CostOf(byte[] bytes, Action<byte[]> read, Func<Exception, bool> isRefusal, int seed)
    {
        bool refused = false;
        long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        try
        {
            read(bytes);
        }
        catch (Exception error) when (isRefusal(error))
        {
            refused = true;
        }
        catch (Exception error)
        {
            Assert.Fail($"seed {seed}: {error}\n{Encoding.UTF8.GetString(bytes)}");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        Assert.True(allocated < MostBytes, $"seed {seed}: {allocated:N0} bytes");
        Assert.True(took < Longest, $"seed {seed}: {took}");
        return new Cost(refused, allocated, took);
    }

    private readonly record struct Cost(bool IsRefused, long Bytes, TimeSpan Time);
}
