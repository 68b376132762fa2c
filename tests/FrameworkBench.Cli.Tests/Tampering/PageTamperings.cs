using System.Text.RegularExpressions;

namespace FrameworkBench.Cli.Tests.Tampering;

/// <summary>The tamperings with pages that verification must find.</summary>
internal static class PageTamperings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlantedTampering> All { get; } =
    [
        new(
            "a verdict on a page",
            results =>
                results.Lines(
                    "results/flowers/README.md",
                    lines =>
                        InClaims(
                            lines, line => line.Replace("✅\u00A0holds", "❌\u00A0does\u00A0not\u00A0hold", StringComparison.Ordinal)))),
        new(
            "evidence on a page",
            results =>
                results.Lines(
                    "results/flowers/README.md",
                    lines => InClaims(lines, line => line.Replace("20 pairs", "40 pairs", StringComparison.Ordinal)))),
        new(
            "a claim on a page",
            results =>
                results.Lines(
                    "results/tables/README.md",
                    lines =>
                        InClaims(
                            lines, line => line.Replace("Many trees beat one.", "Many trees always beat one.", StringComparison.Ordinal)))),
        new(
            "that verdicts are exploratory",
            results => results.Edit("results/tables/README.md", text => text.Replace(", *exploratory*", "", StringComparison.Ordinal))),
        new(
            "drop a row of a page's claims",
            results =>
                results.Lines(
                    "results/flowers/README.md",
                    lines => lines.Where(line => !line.Contains("Many trees tell most.", StringComparison.Ordinal)))),
        new(
            "the answer of a page",
            results => results.Edit("results/flowers/README.md", text => text.Replace(" hold", " never hold", StringComparison.Ordinal))),
        new(
            "a verdict of the ledger",
            results =>
                results.Lines(
                    "results/claims.md",
                    lines => InClaims(lines, line => line.Replace("✅\u00A0holds", "❔\u00A0inconclusive", StringComparison.Ordinal)))),
        new(
            "the count of the ledger",
            results => results.Edit("results/README.md", text => text.Replace("claims:", "or more claims:", StringComparison.Ordinal))),
        new(
            "the count of a lesson",
            results =>
                results.Edit(
                    "results/README.md",
                    text => text.Replace("flowers/README.md) | ", "flowers/README.md) | Does it? ", StringComparison.Ordinal))),
        new(
            "the ledger's count of exploratory claims",
            results =>
                results.Lines(
                    "results/claims.md", lines => lines.Where(line => !line.Contains("*exploratory*:", StringComparison.Ordinal)))),
        new PlantedTampering("delete a page", results => results.Delete("results/flowers/README.md")),
        new PlantedTampering(
            "a score on a page", results => results.Lines("results/flowers/README.md", lines => [.. lines[..^1], lines[^1] + " 0.99"])) with
        {
            ShowsInChecksumOnly = true,
        },
        new PlantedTampering("a picture", results => results.Replace("results/flowers/scores-wine.svg", "<svg ", "<svg  ")) with
        {
            ShowsInChecksumOnly = true,
        },
        new("a picture of the ledger", results => results.Replace("results/ledger.svg", "<svg ", "<svg  ")),
        new("exchange the rows of two claims on a page", results => results.Lines("results/flowers/README.md", lines =>
        {
            int[] rows = Starting(lines, "| | scratch |");
            int other = Array.Find(rows, row => Verdict(lines[row]) != Verdict(lines[rows[0]]));
            (lines[rows[0]], lines[other]) = (lines[other], lines[rows[0]]);
            return lines;
        })),
        new("repeat a row of a page's claims", results => results.Lines("results/flowers/README.md", lines =>
        {
            int row = lines.FindLastIndex(line => line.EndsWith("✅\u00A0holds |", StringComparison.Ordinal));
            return [.. lines[..row], lines[row], .. lines[row..]];
        })),
        After("a claim after the answers of a page", "results/flowers/README.md", "**18 claims:", "\n- ✅ *Many trees never fail.*"),
        Before(
            "another table of claims", "results/flowers/README.md", "## Setup",
            "## Claims\n\n| claim | verdict |\n| --- | --- |\n| Trees win. | holds |\n\n"),
        Before("a row with a verdict elsewhere", "results/flowers/README.md", "## Setup", "| Trees win. | ✅\u00A0holds |\n\n"),
        Before("another count of claims", "results/flowers/README.md", "## Claims", "**18 claims: 18 hold.**\n\n"),
        Before("fold the claims away", "results/flowers/README.md", "## Claims", "<details><summary>More</summary>\n\n"),
        new("hide the count of a page and show another one", results => results.Lines("results/flowers/README.md", Hidden)),
        new("hide the count of the ledger and show another one", results => results.Lines("results/claims.md", Hidden)),
        new("hide the count of the summary and show another one", results => results.Lines("results/README.md", Hidden)),
        new("exchange the tables of two experiments in the ledger", results => results.Lines("results/claims.md", lines =>
        {
            int[] headings = Starting(lines, "### [");
            (lines[headings[0]], lines[headings[1]]) = (lines[headings[1]], lines[headings[0]]);
            return lines;
        })),
        new("a row under the heading of another experiment", results => results.Lines("results/claims.md", lines =>
        {
            int to = Starting(lines, "### [")[^1] + 4;
            int from = lines.FindIndex(line => line.EndsWith("✅\u00A0holds |", StringComparison.Ordinal));
            Assert.InRange(from, 0, to - 1);
            return [.. lines[..from], .. lines[(from + 1)..to], lines[from], .. lines[to..]];
        })),
        new("a verdict on the page to browse",
            results => results.Edit("results/index.html", text => text.Replace("does not hold", "holds", StringComparison.Ordinal))),
        new("a verdict that the page to browse filters by",
            results => results.Replace("results/index.html", "data-verdict=\"does-not-hold\"", "data-verdict=\"holds\"")),
        new("evidence on the page to browse", results => results.Replace("results/index.html", "20 pairs", "40 pairs")),
        new("a lead that the page to browse draws",
            results => results.Edit("results/index.html", text => Regex.Replace(text, @"\[0,-?\d[^,]*,", "[0,0.9,"))),
        new("a lead that the page to browse draws, and in its data", results =>
        {
            string lead = "";
            results.Cell(
                "results/tables/tables.csv", row => row["dataset"] == "concrete", "difference",
                text => lead = Tamperings.Text(Tamperings.Number(text) + 1));
            results.Edit("results/index.html", text => Regex.Replace(text, @"\[3,-?\d[^,]*,", $"[3,{lead[..5]},"));
        }),
        new("a lead in another measure", results => results.Cell("results/tables/measures.csv", _ => true, "lead", _ => "0.5")),
        new("delete the leads", results => results.Delete("results/tables/tables.csv")),
        new("the script of the page to browse",
            results => results.Replace("results/index.html", "</script>", ";document.title='All hold'</script>")),
        new("the outcome of a statement", results => results.Replace("results/documents.md", ": not run", ": ✅\u00A0holds")),
        new("a lead on a table on its page",
            results => results.Lines("results/tables/README.md", lines =>
            {
                int row = Starting(lines, "| `concrete`").First(line => line > lines.IndexOf("## Table by table"));
                lines[row] = lines[row].Replace("+0", "+1", StringComparison.Ordinal);
                return lines;
            })),
        new("where a side won", results => results.Replace("results/tables/README.md", "Within noise, by", "Beyond noise, by")),
        new("the headline answer on its page", results => results.Edit("results/tables/README.md", AllTables)),
        new("the headline answer on every page", results =>
        {
            foreach (string page in new[] { "results/tables/README.md", "results/README.md", "results/index.html" })
                results.Edit(page, AllTables);
        }),
    ];

    private static PlantedTampering Before(string name, string path, string mark, string added) =>
        new(name, results => results.Replace(path, mark, added + mark));

    private static PlantedTampering After(string name, string path, string start, string added) =>
        new(name, results => results.Lines(path, lines =>
        {
            lines[Starting(lines, start)[0]] += added;
            return lines;
        }));

    private static int[] Starting(List<string> lines, string start) =>
        [.. lines.Index().Where(line => line.Item.StartsWith(start, StringComparison.Ordinal)).Select(line => line.Index)];

    // The line of the count within a comment, and a better one below.
    private static IEnumerable<string> Hidden(List<string> lines)
    {
        int count = Starting(lines, "**").First(line => lines[line].Contains(" claims:", StringComparison.Ordinal));
        return [.. lines[..count], "<!--", lines[count], "-->", "**All claims hold.**", .. lines[(count + 1)..]];
    }

    private static string AllTables(string text) => Regex.Replace(text, @"\d+ to \d+ \(", "6 to 0 (");

    private static string Verdict(string row) => row[row[..^2].LastIndexOf('|')..];

    private static List<string> InClaims(List<string> lines, Func<string, string> edit)
    {
        int from = lines.IndexOf("## Claims"), row = lines.FindIndex(from, line => edit(line) != line);
        Assert.True(row > from);
        lines[row] = edit(lines[row]);
        return lines;
    }
}
