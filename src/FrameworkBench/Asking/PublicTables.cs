using System.Globalization;
using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results.Suite;

namespace FrameworkBench.Asking;

/// <summary>Public tables on which both families were compared, in the results that came with this build.</summary>
internal static class PublicTables
{
    private const string File = "tables.csv";
    private const string Engine = "scratch";
    private const string Trees = "boosted-bagged";
    private const string SearchedTrees = "boosted-tuned";
    private const string Network = "realmlp";

    private static readonly Lazy<IReadOnlyList<IReadOnlyDictionary<string, string>>> Lines = new(Read);

    /// <summary>The tables on which the strongest trees and the strongest network were compared; the lead is that of trees.</summary>
    /// <param name="searched">Whether the trees' settings were searched.</param>
    /// <returns>Them; none where the build came without results.</returns>
    public static IReadOnlyList<LedTable> Compared(bool searched) =>
    [
        .. from line in Lines.Value
           where line["engine"] == Engine && line["against_engine"] == Engine
               && line["model"] == (searched ? SearchedTrees : Trees) && line["against"] == Network
           select Of(line),
    ];

    private static LedTable Of(IReadOnlyDictionary<string, string> line)
    {
        var facts = new TableFacts(
            line["dataset"], (int)Number(line["rows"]), (int)Number(line["columns"]), line["mixed"] == "yes", line["classes"] == "yes");
        return new LedTable(
            new TableTraits(facts, line["smooth"].Length == 0 ? null : line["smooth"] == "yes"),
            Math.Max(Number(line["model_mean"]), Number(line["against_mean"])), Number(line["difference"]));
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Read()
    {
        if (typeof(PublicTables).Assembly.GetManifestResourceStream(File) is not { } stream)
            return [];
        using var reader = new StreamReader(stream);
        return [.. CsvText.Table(reader.ReadToEnd()).Rows.Select(row => row.Cells)];
    }
}
