using FrameworkBench.Charts;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Cost;

/// <summary>
/// The calibration beside the times: which ratios compare with a hobbled build, and what the times would be if every
/// engine's matrix product ran as fast as the fastest one of the run.
/// </summary>
/// <param name="run">The run.</param>
internal sealed class ProductSection(RunResult run)
{
    /// <summary>The heading of the column of <see cref="AtBest"/>.</summary>
    internal const string Column = "at the fastest product";

    private const string Title = "Matrix products";
    private const string Mark = " †";

    private readonly Dictionary<string, MatrixProduct> products =
        MatrixProduct.Of(run).ToDictionary(product => product.Engine, StringComparer.Ordinal);

    /// <summary>Writes the section; nothing when no engine that was timed was calibrated.</summary>
    internal void Write(MarkdownDocument page)
    {
        var engines = run.Timings.Where(timing => Share(timing) is not null).Select(timing => timing.Engine).ToHashSet();
        MatrixProduct[] timed = [.. products.Values.Where(product => engines.Contains(product.Engine))];
        if (timed.Length == 0)
            return;
        page.Heading(2, Title);
        page.Paragraph("The fastest of at least 30 products of two 512 × 512 single-precision matrices on one thread, "
            + "measured in the same run in rounds over the engines. "
            + $"† marks an engine whose product runs below {Figures.Percent(MatrixProduct.Enough)} of the fastest engine's, "
            + "or uses narrower vectors than the processor has: its ratios involve a slow build. "
            + $"*{Phrase.Capital(Column)}* is the engine's time multiplied by its share of the fastest product, "
            + "and the ratio of that time to the reference's measured time. "
            + "It favours the engine: the time would fall that far only if a fit did nothing but multiply large matrices. "
            + "Trees and perceptrons multiply no matrices and have no such figure.");
        var table = new MarkdownTable("engine", ">GFLOP/s", ">of the fastest", "kernels");
        foreach (MatrixProduct product in timed)
        {
            table.Add(
                $"**{product.Engine}**{(product.IsHobbled ? Mark : "")}", Numbers.Alone(product.Gflops), Percent(product.Share),
                product.Kernels is { } kernels ? MarkdownText.Escape(kernels) : "not reported");
        }

        page.Table(table);
    }

    /// <summary>The part of the fastest product that the engine's reaches, for a model that multiplies matrices; null otherwise.</summary>
    internal double? Share(TimedModel timing) => MultipliesMatrices(timing) ? products.GetValueOrDefault(timing.Engine)?.Share : null;

    /// <summary>A ratio's text with its mark, where either side of it is a hobbled build; "–" stays as it is.</summary>
    /// <param name="ratio">The text.</param>
    /// <param name="timings">The times that it compares.</param>
    internal string Marked(string ratio, params IEnumerable<TimedModel?> timings) =>
        ratio != "–" && timings.Any(timing => timing is not null && IsHobbled(timing)) ? ratio + Mark : ratio;

    /// <summary>
    /// The median warm fit at the fastest product of the run, and its ratio to the reference's as measured: "331 ms, ×2.8".
    /// </summary>
    /// <param name="timing">The engine's times on one thread.</param>
    /// <param name="reference">The reference's times of the same model; null when it has none.</param>
    internal string AtBest(TimedModel timing, TimedModel? reference)
    {
        if (Share(timing) is not { } share || timing is not { Track: TimingTrack.OneThread, FitSeconds.Count: > 0 })
            return "–";
        double seconds = share * Quantiles.Median(timing.FitSeconds);
        string text = Quantities.Seconds(seconds);
        return reference is { FitSeconds.Count: > 0 }
            ? $"{text}, {Quantities.Ratio(seconds / Quantiles.Median(reference.FitSeconds))}"
            : text;
    }

    /// <summary>What the mark means below a table; empty when nothing of it is marked.</summary>
    internal string Footnote(IEnumerable<TimedModel> timings)
    {
        IEnumerable<string> engines = timings.Where(IsHobbled).Select(timing => timing.Engine).Distinct();
        string shares = string.Join(", ", engines.Select(engine => $"{engine} {Percent(products[engine].Share)}"));
        string product = MarkdownText.Link("matrix product", "#matrix-products");
        return shares.Length == 0 ? "" : $"† Involves a slow build; its {product} as a share of the fastest engine's: {shares}.";
    }

    private bool IsHobbled(TimedModel timing) =>
        MultipliesMatrices(timing) && products.GetValueOrDefault(timing.Engine) is { IsHobbled: true };

    private bool MultipliesMatrices(TimedModel timing) => run.Experiments
        .FirstOrDefault(experiment => experiment.Name == timing.Experiment)?.Models
        .FirstOrDefault(model => model.Name == timing.Model) is { } model && MatrixProduct.IsUsedBy(model.Spec);

    private static string Percent(double share) => Numbers.Alone(share, NumberStyle.Percent);
}
