using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Suite;

namespace FrameworkBench.Pages.Comparison;

/// <summary>
/// What the page of an experiment has below its answers that compares pairs of models over many tables, in place of the usual tables of
/// scores.
/// </summary>
internal static class SuitePage
{
    internal static void Write(IllustratedPage page, SuiteResults suite, Multiverse? multiverse)
    {
        PooledSection.Write(page.Text, suite);
        PictureSection.Write(page, suite);
        if (multiverse is not null)
            MultiverseSection.Write(page, suite, multiverse);
        MeasureSection.Write(page.Text, suite);
        TablesSection.Write(page.Text, suite);
        OpponentSection.Write(page.Text, suite);
        BaselineSection.Write(page.Text, suite);
        SliceSection.Write(page, suite);
        ClaimSection.Write(page.Text, suite.Results);
        FailureSection.Write(page.Text, suite);
        MethodSection.Write(page.Text, suite);
        SettingSection.Write(page.Text, suite.Results, withData: false);
        ArchitectureSection.Write(page, suite.Results);
        ValiditySection.Write(page.Text, suite);
    }
}
