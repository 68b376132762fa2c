using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Results;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

/// <summary>What the browsing page must hold wherever it is opened; how it behaves is tested in a browser.</summary>
public partial class SitePageTests
{
    private static readonly IReadOnlyList<ResultFile> Files = SampleSuite.Files;

    /// <summary>The page of a comparison over many tables.</summary>
    internal static readonly string Page = Site(Files);

    [Fact]
    public void The_policy_allows_the_script_and_the_style_of_the_page_and_no_other()
    {
        string policy = Policy().Match(Page).Groups["policy"].Value;

        Assert.Equal(
            $"default-src 'none'; img-src data:; style-src {Hash(Style().Match(Page))}; script-src {Hash(Script().Match(Page))}; "
                + "base-uri 'none'; form-action 'none'",
            policy.Replace("&#39;", "'", StringComparison.Ordinal));

        static string Hash(Match element) =>
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.Groups["text"].Value)))}'";
    }

    [Fact]
    public void It_asks_for_no_other_file()
    {
        string[] sources = [.. Sources().Matches(Page).Select(source => source.Groups["address"].Value).Where(IsForeign)];

        Assert.Empty(sources);
        Assert.DoesNotContain(" style=\"", Page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", Page, StringComparison.Ordinal);

        static bool IsForeign(string address) => !address.StartsWith("data:", StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_writes_no_markup()
    {
        string script = System.IO.File.ReadAllText(
            Path.Combine(RepositoryFiles.Root, "src", "FrameworkBench", "Pages", "Site", "site.js"));

        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|fetch\\(|XMLHttpRequest", script);
    }

    [Fact]
    public void Ids_are_unique_and_links_within_the_page_lead_somewhere()
    {
        string[] ids = [.. Ids().Matches(Page).Select(id => id.Groups["id"].Value)];

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(Anchors().Matches(Page), anchor => Assert.Contains(anchor.Groups["id"].Value, ids));
    }

    [Fact]
    public void The_explorer_has_the_leads_of_the_data_files()
    {
        using var data = JsonDocument.Parse(Data().Match(Page).Groups["text"].Value);
        string?[] tables =
            [.. data.RootElement.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("name").GetString())];
        var leads = from series in data.RootElement.GetProperty("leads").EnumerateArray()
                    where series.GetProperty("measure").GetString() == "score"
                    from lead in series.GetProperty("of").EnumerateArray()
                    select (series.GetProperty("pair").GetString(), tables[lead[0].GetInt32()], Math.Sign(lead[1].GetDouble()));

        Assert.Equal(
            CsvRows.Of(File("many/tables.csv")).Select(row => (row["comparison"], row["dataset"], Math.Sign(Number(row["difference"])))),
            leads);
    }

    [Fact]
    public void The_leads_by_other_measures_pool_to_those_of_the_page()
    {
        var first = CsvRows.Of(File("many/measures.csv")).GroupBy(row => (row["comparison"], row["measure"])).First();
        int ahead = first.Count(row => Number(row["lead"]) > 0);

        Assert.Contains($"| {first.Count()} | {ahead}\u00A0:", File("many/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_harmless_in_every_file()
    {
        IReadOnlyList<ResultFile> files = ResultsWriter.Make(HostileRun.Of(SampleRun.Make()));

        Assert.All(files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)), file =>
        {
            string text = InCode().Replace(file.Text.Replace("\\\\", "", StringComparison.Ordinal), "");
            Assert.DoesNotMatch(@"(?<!\\)<(img|script)", text);
            Assert.DoesNotMatch(@"(?<!\\)\]\(javascript", text);
        });
        Assert.All(
            files.Where(file => file.Path.EndsWith(".svg", StringComparison.Ordinal)),
            file => Assert.DoesNotContain(XDocument.Parse(file.Text).Descendants(), IsActive));
        string page = Site(files);
        Assert.Equal(["<script>"], Regex.Matches(page, "<script[^>]*>").Select(tag => tag.Value));
        Assert.DoesNotMatch("<img (?!src=\"data:image/svg)", page);
        Assert.DoesNotMatch("href=\"javascript", page);

        static bool IsActive(XElement element) => element.Name.LocalName is "img" or "script" or "a";
    }

    [Fact]
    public void A_page_of_the_folder_that_somebody_edited_brings_no_markup()
    {
        using var folder = new TemporaryFolder();
        RunResult whole = SampleRun.Make();
        ResultsWriter.Write(whole, folder.Path, [], whole: true);
        string name = whole.Experiments[1].Name;
        folder.Write(
            $"{name}/README.md",
            $"# x\n\n![a](javascript:alert(1).svg)\n\n## Scores\n\n{HostileRun.Name}\n\n| {HostileRun.Name} |\n| --- |\n| a |\n");
        Experiment first = whole.Experiments[0];

        ResultsWriter.Write(whole with
        {
            Experiments = [first],
            Results = [.. whole.Results.Where(result => result.Trial.Experiment == first)],
            Verdicts = [.. whole.Verdicts.Where(verdict => verdict.Experiment == first.Name)],
        }, folder.Path, [whole.Experiments[1]], whole: false);

        string page = System.IO.File.ReadAllText(Path.Combine(folder.Path, "index.html"));
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(href|src)=\"javascript", page);
    }

    [Fact]
    public void The_committed_page_is_no_larger_than_4_MB_and_has_this_script_and_style()
    {
        string committed = System.IO.File.ReadAllText(Path.Combine(RepositoryFiles.Root, "results", "index.html"));

        Assert.InRange(Encoding.UTF8.GetByteCount(committed), 1, 4 * 1024 * 1024);
        Assert.Equal(Script().Match(Page).Value, Script().Match(committed).Value);
        Assert.Equal(Style().Match(Page).Value, Style().Match(committed).Value);
    }

    private static string File(string path) => Files.Single(file => file.Path == path).Text;

    // Equal scores may differ in the last bits.
    private static double Number(string text) => Math.Round(double.Parse(text, CultureInfo.InvariantCulture), 9);

    /// <summary>The page among the files of a run.</summary>
    internal static string Site(IReadOnlyList<ResultFile> files) => files.Single(file => file.Path == "index.html").Text;

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"]+)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<(img|link|script|iframe|object|embed|source)\\b[^>]*? (src|href)=\"(?<address>[^\"]*)\"")]
    private static partial Regex Sources();

    [GeneratedRegex("<script type=\"application/json\">(?<text>.*?)</script>")]
    private static partial Regex Data();

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#(?<id>[^\"]+)\"")]
    private static partial Regex Anchors();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InCode();
}
