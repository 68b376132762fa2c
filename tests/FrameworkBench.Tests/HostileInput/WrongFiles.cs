using System.Diagnostics;
using System.Globalization;
using System.Text;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>
/// Makes wrong files of right ones. Each must be read or refused by an exception that says what is wrong, soon and in little memory. A run
/// makes a fixed number; the variable FRAMEWORKBENCH_WRONG_FILES asks for another number of each kind.
/// </summary>
internal static class WrongFiles
{
    private const int UsualNumber = 250;
    private const long MostBytes = 400_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Wrong files of each kind.</summary>
    public static int Number => Environment.GetEnvironmentVariable("FRAMEWORKBENCH_WRONG_FILES") is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualNumber;

    /// <summary>Reads wrong files made of right ones, and the right ones too unless it is said how many are refused at least.</summary>
    /// <param name="right">The right files.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="least">Files that are refused, at least; null for a quarter.</param>
    /// <param name="isRefusal">Whether an exception refuses a file; null for those of input and of files.</param>
    public static void Read(IEnumerable<byte[]> right, Action<byte[]> read, int? least = null, Func<Exception, bool>? isRefusal = null)
    {
        byte[][] samples = [.. right];
        foreach (byte[] sample in samples.Where(_ => least is null))
            read(sample);
        var mutator = new Mutator(samples);
        int refused = Enumerable.Range(0, Number).Count(seed =>
            IsRefused(mutator.Make(new Random(seed)), read, isRefusal ?? (error => error is InputException or IOException), seed));
        Assert.InRange(refused, least ?? Number / 4, Number);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Number} files: {refused} refused, {Number - refused} read");
    }

    private static bool IsRefused(byte[] bytes, Action<byte[]> read, Func<Exception, bool> isRefusal, int seed)
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
        return refused;
    }
}
