using FrameworkBench.Charts;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Searches;

/// <summary>
/// How the searches of an experiment went: the best score by budget, what the candidates had, and which settings mattered.
/// </summary>
internal static class SearchSection
{
    private const int LeastCandidates = 15;
    private const int LeastForFence = 8;
    private const int MostPictures = 3;

    // Farther below the middle half than this, a candidate is drawn at the lower end, or the others would look alike.
    private const double Fence = 3;

    internal static void Write(IllustratedPage page, ExperimentResults results, IReadOnlyList<TunedResult> tuned)
    {
        if (tuned.Count == 0)
            return;
        page.Text.Heading(2, "Search");
        page.Text.Paragraph($"{MarkdownText.Link("All candidates", SearchFile.Name)} "
            + "with their settings, losses and scores.");
        page.Text.List(
        [
            .. Budgets(tuned),
            .. tuned.Where(one => one.Search.IsExhausted).Select(one => $"**{MarkdownText.Escape(one.Search.Model.Title)}** "
                + $"on {MarkdownText.Code(one.Search.Dataset)}: {SearchWords.Exhausted(one.Search)}.").Distinct(),
        ]);
        string[] tables = [.. tuned.Select(one => one.Search.Dataset).Distinct()];
        TunedResult[] distinct = [.. tuned.Where(one => !tuned.Any(other => IsOf(one, other)))];
        foreach (string dataset in tables.Take(MostPictures))
        {
            // One engine's pictures are enough: all try the same candidates.
            TunedResult[] shown = [.. distinct.Where(one => one.Search.Dataset == dataset)];
            shown = [.. shown.Where(one => one.Search.Engine == shown[0].Search.Engine)];
            if (tables.Length > 1)
                page.Text.Heading(3, MarkdownText.Code(dataset));
            page.Draw($"history-{dataset}", History(dataset, shown));
            foreach (TunedResult one in shown.Where(one => one.Search.Drawn.Count > 1))
                page.Draw($"candidates-{dataset}-{one.Search.Model.Name}", Candidates(one));
        }

        Ensembles(page.Text, [.. tuned.Where(one => tables.Take(MostPictures).Contains(one.Search.Dataset))]);
        Importance(page.Text, distinct);
    }

    // A line a model; search.csv has the candidates of each split.
    private static IEnumerable<string> Budgets(IReadOnlyList<TunedResult> tuned) =>
        from one in tuned
        group one by one.Search.Model into same
        let searches = same.SelectMany(one => one.Search.Searches).ToArray()
        let limits = BudgetWords.Limits(searches)
        where limits is not null
        select $"**{MarkdownText.Escape(same.Key.Title)}**: {limits}; {BudgetWords.Tried(searches)}.";

    // An ensemble of the candidates of another model, whose search it would only repeat.
    private static bool IsOf(TunedResult ensemble, TunedResult other)
    {
        (SearchSummary one, SearchSummary searched) = (ensemble.Search, other.Search);
        return one.Model.Search!.DrawnAs == searched.Model.Name
            && (one.Dataset, one.Engine) == (searched.Dataset, searched.Engine) && Keys(one).SequenceEqual(Keys(searched));

        static IEnumerable<TrialKey> Keys(SearchSummary search) =>
            search.Searches.SelectMany(one => one.Candidates).Select(candidate => candidate.Candidate.Inner.Key);
    }

    private static void Ensembles(MarkdownDocument page, IReadOnlyList<TunedResult> tuned)
    {
        var taken =
            (from one in tuned
             where one.Search.Model.Search!.Ensemble is not null
             from search in one.Search.Searches
             where search.Ensemble.Count > 0
             select (one.Search, search)).ToList();
        if (taken.Count == 0)
            return;
        page.Heading(3, "Ensembles");
        page.Paragraph("The candidates of each ensemble with their weights, selected one by one, with replacement, by the loss of the mean "
            + "on the training rows that its fits left out (Caruana et al. 2004).");
        var table = new MarkdownTable("data set", "model", "engine", ">split", "candidates (weight)");
        foreach ((SearchSummary summary, SearchStanding search) in taken)
        {
            table.Add(
                MarkdownText.Code(summary.Dataset), $"**{MarkdownText.Escape(summary.Model.Title)}**", summary.Engine,
                Figures.Whole(search.Candidates[0].Candidate.Refit.Trial.Split), SearchWords.Members(search));
        }

        page.Table(table);
    }

    private static LineChart History(string dataset, TunedResult[] tuned)
    {
        string metric = MetricWords.Title(tuned[0].Choice);
        return new LineChart(
            $"Lowest {metric} so far on {dataset}, within the training rows",
            new Axis("Budget spent per split, in full fits"),
            new Axis(Phrase.Capital(metric)),
            [.. tuned.Select(
                one => new Series(one.Search.Model.Title, [.. one.Search.History.Select(step => new ChartPoint(step.Fits, step.Best))])
            {
                Style = SeriesStyle.Step,
            })])
        {
            Subtitle = $"Mean over {Counting.Of(tuned[0].Search.Searches.Count, "search", "searches")}, {tuned[0].Search.Engine}. "
                + "The first candidate is the default.",
        };
    }

    private static ParallelCoordinates Candidates(TunedResult tuned)
    {
        SearchSummary search = tuned.Search;
        IReadOnlyList<CandidateSummary> drawn = search.Drawn;
        IReadOnlyList<SettingColumn> settings = SettingColumn.Of(search.Model.Search!.Settings, drawn);
        double[] leads = [.. drawn.Select(candidate => candidate.Lead ?? double.NaN)];
        double? floor = Floor([.. leads.Where(double.IsFinite)]);
        string fences = floor is double low ? $" Leads below {LeadWords.Signed(low)} are drawn at that value." : "";
        string cut = search.Model.Search!.Strategy == SearchStrategy.Halving ? " Candidates cut early show their last, shorter fit." : "";
        return new ParallelCoordinates(
            $"Candidates on {search.Dataset}: {search.Model.Title}",
            [.. settings.Select(setting => new ParallelAxis(new Axis(setting.Name)
            {
                Scale = setting.IsWide ? AxisScale.Logarithmic : AxisScale.Linear,
            }) { Names = setting.Names })],
            new Axis("lead") { Minimum = floor },
            [.. drawn.Select(
                (_, number) =>
                    new ParallelTrial(
                        [.. settings.Select(setting => setting.Values[number])],
                        floor is double least ? Math.Max(leads[number], least) : leads[number]))])
        {
            Subtitle = $"{Counting.Of(drawn.Count, "candidate")}, one line each. Lead: "
                + $"how far its {MetricWords.Title(tuned.Choice)} is below the default's within the training rows, "
                + $"mean over the splits.{cut}{fences}",
        };
    }

    private static double? Floor(double[] leads)
    {
        if (leads.Length < LeastForFence)
            return null;
        double[] ordered = [.. leads.Order()];
        double lower = ordered[ordered.Length / 4], upper = ordered[ordered.Length * 3 / 4];
        double fence = lower - (Fence * (upper - lower));
        return upper > lower && ordered[0] < fence ? fence : null;
    }

    private static void Importance(MarkdownDocument page, IReadOnlyList<TunedResult> tuned)
    {
        SearchSummary[] enough = [.. tuned.Select(one => one.Search).Where(search => search.Drawn.Count >= LeastCandidates)];
        if (enough.Length == 0)
        {
            page.Paragraph($"Setting importance needs at least {LeastCandidates} candidates.");
            return;
        }

        page.Heading(3, "Setting importance");
        page.Paragraph("Each setting alone: the share of the variance of the candidates' ranks that it explains beyond chance, "
            + "the p value of no effect (Kruskal and Wallis), and the values of the best quarter of the candidates. "
            + "Interactions do not show here."
            + (enough.Any(search => search.Model.Search!.Strategy == SearchStrategy.Halving)
                ? " Successive halving judges most candidates by short fits, which favours fast learners." : ""));
        bool engines = enough.DistinctBy(search => search.Engine).Count() > 1;
        var table =
            new MarkdownTable(
                ["data set", "model", .. engines ? ["engine"] : Array.Empty<string>(), "setting", ">explains", ">p", "best quarter"]);
        foreach (SearchSummary search in enough)
        {
            string[] first =
                [MarkdownText.Code(search.Dataset), $"**{MarkdownText.Escape(search.Model.Title)}**",
                    .. engines ? [search.Engine] : Array.Empty<string>()];
            foreach (SettingImportance importance in SettingImportance.Of(search))
            {
                table.Add(
                    [.. first, MarkdownText.Code(importance.Setting.Name),
                    double.IsFinite(importance.Explained) ? Figures.Percent(importance.Explained, decimals: 0) : Figures.None,
                    LeadWords.PValue(importance.PValue), MarkdownText.Escape(importance.BestQuarter)]);
                first = [.. first.Select(_ => "")];
            }
        }

        page.Table(table);
    }
}
