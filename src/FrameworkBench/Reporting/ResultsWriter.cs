namespace FrameworkBench.Reporting;

/// <summary>Writes the pages of a run.</summary>
public static class ResultsWriter
{
    /// <summary>Writes every page into a folder.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">Where the pages go.</param>
    public static void Write(RunResult result, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "README.md"), result.Verdicts.Select(verdict => $"- {verdict.Claim.Says} {verdict.Engine}: {verdict.Finding.Ruling}. {verdict.Finding.Evidence}"));
    }
}
