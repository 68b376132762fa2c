namespace FrameworkBench.Statistics.Ranking;

/// <summary>What the Wilcoxon signed-rank test does with differences of zero.</summary>
public enum ZeroDifferences
{
    /// <summary>They are left out before ranking (Wilcoxon 1945).</summary>
    Drop,

    /// <summary>They are ranked, then their ranks are left out (Pratt 1959).</summary>
    Pratt,

    /// <summary>They are ranked, and half of their ranks goes to each side (Demšar 2006).</summary>
    Split,
}
