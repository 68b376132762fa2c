using System.Security.Cryptography;
using FrameworkBench.Claims.Register;
using FrameworkBench.Verification;

namespace FrameworkBench.Cli.Tests.Tampering;

/// <summary>A copy of genuine results to tamper with.</summary>
internal sealed class TamperedResults : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TamperedResults(GenuineResults genuine)
    {
        foreach (
            string file in Directory.EnumerateFiles(genuine.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(genuine.Root, "store"), StringComparison.Ordinal)))
            folder.Write(Path.GetRelativePath(genuine.Root, file), File.ReadAllText(file));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Changes a file; what changes nothing is no tampering.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        string before = File.ReadAllText(folder[path]), after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(folder[path], after);
    }

    /// <summary>Replaces the first occurrence of a text in a file.</summary>
    public void Replace(string path, string old, string changed) => Edit(path, text =>
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} has no '{old}'");
        return text[..at] + changed + text[(at + old.Length)..];
    });

    /// <summary>Changes the lines of a file.</summary>
    public void Lines(string path, Func<List<string>, IEnumerable<string>> edit) =>
        Edit(path, text => string.Concat(edit([.. text.TrimEnd('\n').Split('\n')]).Select(line => line + "\n")));

    /// <summary>Changes one cell of the first row of a data file that a condition picks; the row must have no quoted cell.</summary>
    public void Cell(string path, Func<IReadOnlyDictionary<string, string>, bool> picks, string column, Func<string, string> edit) =>
        Lines(path, lines =>
    {
        string[] columns = lines[0].Split(',');
        int row =
            lines.FindIndex(
                1, line =>
                    picks(columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)));
        Assert.True(row > 0, $"{path} has no such row");
        string[] cells = lines[row].Split(',');
        int cell = Array.IndexOf(columns, column);
        cells[cell] = edit(cells[cell]);
        lines[row] = string.Join(',', cells);
        return lines;
    });

    /// <summary>Deletes a file.</summary>
    public void Delete(string path) => File.Delete(folder[path]);

    /// <summary>Makes the checksums agree with the files, as whoever tampers with care would.</summary>
    public void MendChecksums()
    {
        foreach (string sums in Directory.GetFiles(folder["results"], "SHA256SUMS", SearchOption.AllDirectories))
        {
            string inner = Path.GetDirectoryName(sums)!;
            string[] names =
                [.. File.ReadLines(sums).Select(line => line.Split("  ")[1]).Where(name => File.Exists(Path.Combine(inner, name)))];
            File.WriteAllText(
                sums, string.Concat(
                    names.Select(
                        name => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(inner, name))))}  {name}\n")));
        }
    }

    /// <summary>Runs the command.</summary>
    public Task<Invocation> RunVerifyAsync() => Invocation.RunAsync(
        ["claims", "verify", .. GenuineResults.Experiments.Select(file => folder[file]), "--results", folder["results"], "--register",
            folder["claims.lock"]]);

    /// <summary>Verifies the results as the command does; what cannot be read at all is found too.</summary>
    public IReadOnlyList<string> Verify()
    {
        try
        {
            return [.. ResultsVerifier.Verify(UnderTest).Discrepancies.Select(discrepancy => discrepancy.ToString())];
        }
        catch (IOException error)
        {
            return [error.Message];
        }
    }

    /// <summary>What the results are held against.</summary>
    public ResultsUnderTest UnderTest
    {
        get
        {
            var session = new Session(Workspace.Find(null, folder["results"]), new EngineSources(null, []));
            return new ResultsUnderTest(
                folder["results"], session.Loader.LoadAll(GenuineResults.Experiments.Select(file => folder[file])), session.Documents,
                session.Catalog, ClaimRegister.Read(folder["claims.lock"]), "claims.lock", []);
        }
    }
}
