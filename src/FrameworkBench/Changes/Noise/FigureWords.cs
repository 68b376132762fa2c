using FrameworkBench.Wording;

namespace FrameworkBench.Changes.Noise;

/// <summary>Says how figures changed, and by which rule that was distinguished from noise.</summary>
internal static class FigureWords
{
    private const double Sought = 2 * ComparedFigure.Margin, Power = 0.95;

    /// <summary>"0.977 → 0.952, −0.025 [−0.029, −0.021], 20 pairs, p &lt; 0.0001".</summary>
    internal static string Change(FigureChange change)
    {
        FigureContrast contrast = change.Figure.Contrast;
        int decimals = Figures.Decimals(contrast.After, contrast.Difference.Interval);
        return $"{Figures.Fixed(contrast.Before, decimals)} → {Figures.Fixed(contrast.After, decimals)}, "
            + $"{Difference(contrast, decimals)}, {Trials(contrast)}, p {Figures.PValue(change.PValue)}";
    }

    /// <summary>A change with its interval: −0.025 [−0.029, −0.021].</summary>
    internal static string Difference(FigureContrast contrast, int decimals) =>
        $"{Figures.Signed(contrast.Difference.Difference, decimals)} "
            + (contrast.IsCertain ? "[no spread]" : Figures.Ends(contrast.Difference.Difference, contrast.Difference.Interval, 0));

    /// <summary>The rule, how many figures it was applied to, and what they could not show.</summary>
    /// <param name="figures">All figures that are not the same.</param>
    internal static string Note(IReadOnlyList<ComparedFigure> figures)
    {
        ComparedFigure[] tested = [.. figures.Where(BeyondNoise.IsTested)], usual = [.. tested.Where(figure => figure.IsUsual)];
        int blind = usual.Count(figure => figure.IsBounded
            && figure.Contrast.Difference.Detectable(BeyondNoise.AlarmsOfUsual / usual.Length, Power) > Sought);
        string[] parts =
        [
            $"beyond {Figures.Number(ComparedFigure.Margin)}, or {Figures.Percent(ComparedFigure.MarginShare)} of an error",
            $"{Counting.Of(tested.Length, "comparison")}, {Figures.Percent(BeyondNoise.Alarms)} chance of any false alarm",
            .. blind == 0 ? Array.Empty<string>()
                : [$"in {blind} of {usual.Length} scores a change of {Figures.Number(Sought)} could go unseen"],
            .. figures.Count == tested.Length ? Array.Empty<string>() : [$"{figures.Count - tested.Length} not judged: too few trials"],
        ];
        return string.Join("; ", parts);
    }

    private static string Trials(FigureContrast contrast) => Counting.Of(contrast.Count, contrast.Pairing switch
    {
        Pairing.SplitAndSeed or Pairing.Split => "pair",
        Pairing.Seeds => "seed",
        Pairing.Splits => "split",
    });
}
