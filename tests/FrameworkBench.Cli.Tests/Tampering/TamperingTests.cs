using FrameworkBench.Verification;

namespace FrameworkBench.Cli.Tests.Tampering;

/// <summary>Whatever is altered in results, or in what they are of, is found.</summary>
public sealed class TamperingTests(GenuineResults genuine) : IClassFixture<GenuineResults>
{
    public static TheoryData<string> NamesOfThoseInChecksumsOnly =>
        [.. Tamperings.All.Where(tampering => tampering.ShowsInChecksumOnly).Select(tampering => tampering.Name)];

    public static TheoryData<string> NamesOfThoseThatFollow =>
        [.. Tamperings.All.Where(tampering => !tampering.ShowsInChecksumOnly).Select(tampering => tampering.Name)];

    [Fact]
    public void Genuine_results_have_no_discrepancy()
    {
        using var results = new TamperedResults(genuine);

        Assert.Empty(results.Verify());
    }

    [Fact]
    public void There_are_more_than_fifty_tamperings() =>
        Assert.InRange(Tamperings.All.Select(tampering => tampering.Name).Distinct().Count(), 51, int.MaxValue);

    [Fact]
    public void Results_of_before_a_metric_was_added_have_no_discrepancy()
    {
        using var results = new TamperedResults(genuine);

        results.Lines("results/flowers/scores.csv", lines =>
        {
            string[] columns = lines[0].Split(',');
            return lines.Select(
                line => string.Join(',', line.Split(',').Where((_, column) => columns[column] is not ("ece" or "train_ece"))));
        });
        results.MendChecksums();

        Assert.Empty(results.Verify());
    }

    // The others are found with mended checksums, and so all the more without.
    [Theory]
    [MemberData(nameof(NamesOfThoseInChecksumsOnly))]
    public void A_tampering_that_nothing_follows_from_is_found_by_the_checksums(string name)
    {
        using var results = new TamperedResults(genuine);

        Find(name).Do(results);

        Assert.NotEmpty(results.Verify());
    }

    [Theory]
    [MemberData(nameof(NamesOfThoseThatFollow))]
    public void A_tampering_is_found_although_the_checksums_were_mended(string name)
    {
        using var results = new TamperedResults(genuine);

        Find(name).Do(results);
        results.MendChecksums();

        Assert.NotEmpty(results.Verify());
    }

    [Fact]
    public void What_only_the_checksums_show_is_named_as_such_and_nothing_else()
    {
        foreach (PlantedTampering tampering in Tamperings.All.Where(tampering => tampering.ShowsInChecksumOnly))
        {
            using var results = new TamperedResults(genuine);
            tampering.Do(results);
            results.MendChecksums();
            Assert.True(results.Verify().Count == 0, $"{tampering.Name} shows without the checksums");
        }
    }

    [Fact]
    public async Task The_command_names_the_file_the_claim_what_was_found_and_what_is_right()
    {
        using var results = new TamperedResults(genuine);
        results.Replace("results/flowers/claims.json", "\"verdict\": \"holds\"", "\"verdict\": \"does_not_hold\"");
        results.MendChecksums();

        Invocation verified = await results.RunVerifyAsync();

        Assert.Equal(1, verified.ExitCode);
        Assert.Matches(
            @"^flowers/claims\.json:\d+: flowers/[a-z-]+ \((iris|wine)\) by [a-z ]+: verdict: found does_not_hold, expected holds\n$",
            verified.Errors);
        Assert.Matches(@"results: \d+ verdicts derived again, 1 discrepancy\n$", verified.Output);
    }

    [Fact]
    public void Pages_that_all_experiments_share_are_written_again_from_the_data()
    {
        using var results = new TamperedResults(genuine);
        foreach (string page in new[] { "README.md", "claims.md", "ledger.svg", "index.html" })
            results.Lines($"results/{page}", lines => lines.Where((_, line) => line != lines.Count / 2));
        IReadOnlyList<Discrepancy> found = ResultsVerifier.Verify(results.UnderTest).Discrepancies;
        Assert.NotEmpty(found);

        IReadOnlyList<string> written = ResultsVerifier.WriteSharedPages(results.UnderTest, found);

        Assert.Contains("index.html", written);
        Assert.Empty(results.Verify());
    }

    [Fact]
    public void A_wrong_verdict_is_no_page_that_can_be_written_again()
    {
        using var results = new TamperedResults(genuine);
        results.Replace("results/flowers/claims.json", "\"verdict\": \"holds\"", "\"verdict\": \"does_not_hold\"");
        IReadOnlyList<Discrepancy> found = ResultsVerifier.Verify(results.UnderTest).Discrepancies;

        Assert.Empty(ResultsVerifier.WriteSharedPages(results.UnderTest, found));
        Assert.Equal(found, ResultsVerifier.Verify(results.UnderTest).Discrepancies);
    }

    private static PlantedTampering Find(string name) => Tamperings.All.Single(tampering => tampering.Name == name);
}
