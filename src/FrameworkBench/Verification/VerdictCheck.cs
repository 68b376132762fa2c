using System.Text.Json;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Reading;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Verification;

/// <summary>Holds each <c>claims.json</c> against verdicts that were derived again from the data files.</summary>
internal static class VerdictCheck
{
    internal static IEnumerable<Discrepancy> Of(string folder, ExperimentResults derived)
    {
        ResultFile right = ClaimsFile.Write(derived);
        string file = Path.Combine(folder, right.Path);
        if (!File.Exists(file))
            return [new Discrepancy(right.Path, null, "verdicts", "no file", "the verdicts of the data")];
        try
        {
            string found = RegularFile.ReadText(file, RegularFile.MostBytesOfResults);
            return Compare(right.Path, ClaimEntry.Read(found), ClaimEntry.Read(right.Text));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return [new Discrepancy(right.Path, null, "verdicts", error.Message, "a list of verdicts")];
        }
    }

    private static List<Discrepancy> Compare(string path, IReadOnlyList<ClaimEntry> found, IReadOnlyList<ClaimEntry> right)
    {
        var expected = right.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var discrepancies = new List<Discrepancy>();
        foreach (ClaimEntry entry in found)
        {
            if (!seen.Add(entry.Name))
                discrepancies.Add(new Discrepancy(path, entry.Line, entry.Name, "a second verdict", "one"));
            else if (expected.TryGetValue(entry.Name, out ClaimEntry? derived))
                discrepancies.AddRange(Members(path, entry, derived));
            else
                discrepancies.Add(new Discrepancy(
                    path, entry.Line, entry.Name, "a verdict", "none: the experiments have no such claim, or their data no such engine"));
        }

        discrepancies.AddRange(right.Where(entry => !seen.Contains(entry.Name))
            .Select(entry => new Discrepancy(path, null, entry.Name, "no verdict", entry["verdict"])));
        return discrepancies;
    }

    private static IEnumerable<Discrepancy> Members(string path, ClaimEntry found, ClaimEntry right) =>
        from member in right.Members.Keys.Union(found.Members.Keys)
        where !Numbers.AreSame(found[member], right[member])
        select new Discrepancy(path, found.Line, $"{found.Name}: {member}", found[member], right[member]);
}
