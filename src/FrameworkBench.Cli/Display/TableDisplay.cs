using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Display;

/// <summary>Says how users' own tables are read.</summary>
internal static class TableDisplay
{
    /// <summary>Says what is worth knowing of each: a column that is left out, an encoding, numbers that are read as categories.</summary>
    public static void ShowNotes(Experiment experiment)
    {
        foreach (CsvTable table in experiment.Tables.Values)
        {
            foreach (string note in table.Read().Notes)
                Terminal.Say($"{table.Path}: {note}");
        }
    }
}
