using System.Globalization;

namespace FrameworkBench.Verification;

/// <summary>Something in a results' folder that is not as it follows from the rest.</summary>
/// <param name="File">The file, relative to the results' folder, or the register.</param>
/// <param name="Line">The line, counted from 1; null when it is the file as a whole.</param>
/// <param name="What">What it is about: a column, a claim by an engine.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Right">What would be right.</param>
public sealed record Discrepancy(string File, int? Line, string What, string Found, string Right)
{
    /// <summary>Whether it is in the files of an experiment.</summary>
    internal bool IsOf(string experiment) => File.StartsWith($"{experiment}/", StringComparison.Ordinal);

    /// <summary><c>xor/scores.csv:12: seed: found 3, expected 2</c>.</summary>
    public override string ToString() =>
        $"{File}{(Line is int line ? ":" + line.ToString(CultureInfo.InvariantCulture) : "")}: {What}: found {Found}, expected {Right}";
}
