namespace FrameworkBench.Cli.Tests.Tampering;

/// <summary>One way to make results say what their data do not.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Do">Does it.</param>
internal sealed record PlantedTampering(string Name, Action<TamperedResults> Do)
{
    /// <summary>Whether only the checksum gives it away: nothing else follows from what is altered.</summary>
    public bool ShowsInChecksumOnly { get; init; }
}
