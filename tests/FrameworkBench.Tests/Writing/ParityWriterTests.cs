using FrameworkBench.Claims;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Writing;

public sealed class ParityWriterTests
{
    private static readonly ParityRow Agreeing = Row(ParityCheck.Training, "pytorch", ParityVerdict.Agrees) with
    {
        Updates = 100,
        LossDifference = 6.1e-7,
        PredictionDifference = 2e-7,
        PredictionTolerance = 1e-5,
    };

    private static readonly ParityRow Native = Row(ParityCheck.NativeStep, "keras", ParityVerdict.Agrees) with
    {
        Updates = 1,
        LossDifference = 1e-8,
        PredictionDifference = 3e-7,
        PredictionTolerance = 2e-6,
        OwnDefinition = "ε before the bias correction",
        DefinitionDifference = 1.6e-5,
    };

    private static readonly ParityRow Own = Agreeing with
    {
        Engine = "keras-net",
        Verdict = ParityVerdict.DiffersByDefinition,
        PredictionDifference = 1e-2,
        OwnDefinition = "ε before the bias correction",
    };

    [Fact]
    public void The_page_counts_what_agrees_what_differs_and_what_differs_by_definition()
    {
        string page = Page([Agreeing, Native, Own, Agreeing with { Engine = "wrong", Verdict = ParityVerdict.Differs }]);

        Assert.Contains(
            "Of 4 comparisons 2 agree, 1 differ, and 1 differ because a framework defines a term differently.", page,
            StringComparison.Ordinal);
        Assert.Contains(
            "| `keras-net` | 1.0 | float32 | 100 | 6.1e-7 | 1.0e-2 | 1.0e-5 | differs by definition: ε before the bias correction |", page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_native_step_tells_how_far_the_definition_leads_and_how_far_the_engine_is_from_there()
    {
        string page = Page([Agreeing, Native, Row(ParityCheck.NativeStep, "older", ParityVerdict.NotSupported) with
        {
            Reason = ParityRow.NoNativeStep,
        }]);

        Assert.Contains(
            "| net | `keras` | float32 | ε before the bias correction | 1.6e-5 | 3.0e-7 | 2.0e-6 | agrees |", page,
            StringComparison.Ordinal);
        Assert.Contains("- `older`: a native step from given weights\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_without_a_native_step_is_named()
    {
        string page = Page([Agreeing, Native, Agreeing with { Experiment = "tables" }]);

        Assert.Contains(
            "Compared by whole trainings only, since no framework has formulas of its own for these networks: `tables`.\n", page,
            StringComparison.Ordinal);
        Assert.DoesNotContain("whole trainings only", Page([Agreeing, Native]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_arrives_has_a_table_of_its_own()
    {
        string page = Page([Row(ParityCheck.Preparation, "sklearn", ParityVerdict.Agrees) with
        {
            LossDifference = 7e-8,
            PredictionDifference = 5e-8,
        }]);

        Assert.Contains("## Preparation", page, StringComparison.Ordinal);
        Assert.Contains("| net | `sklearn` | float32 | 7.0e-8 | 5.0e-8 | agrees |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_of_fewer_pairs_than_decide_anything_are_counted_and_not_listed()
    {
        EngineEquivalence enough = Trees("wine", 10), few = Trees("sonar", 5);

        string page = ParityWriter.Make([], [enough, few])[0].Text;

        Assert.Contains(
            "1 comparison of fewer than 10 pairs is not listed: they are too few to decide on one table and count only over many tables.",
            page, StringComparison.Ordinal);
        Assert.Contains("| `wine` | trees | `sklearn` | seen on wine | inconclusive |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sonar", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_file_has_a_line_for_each_check()
    {
        string csv = ParityWriter.Make([Agreeing, Native], [])[1].Text;

        Assert.Equal(
            "experiment,check,engine,version,precision,updates,max_loss_difference,max_probability_difference,"
                + "probability_tolerance,own_definition,definition_difference,verdict\n"
            + "net,training,pytorch,1.0,float32,100,6.1e-7,2.0e-7,1.0e-5,,,agrees\n"
            + "net,native step,keras,1.0,float32,1,1.0e-8,3.0e-7,2.0e-6,ε before the bias correction,1.6e-5,agrees\n",
            csv);
    }

    private static string Page(IReadOnlyList<ParityRow> rows) => ParityWriter.Make(rows, [])[0].Text;

    private static ParityRow Row(ParityCheck check, string engine, ParityVerdict verdict) =>
        new("net", check, engine, "1.0", Precision.Float32, verdict);

    private static EngineEquivalence Trees(string dataset, int pairs) =>
        new("trees", dataset, "trees", "sklearn", "accuracy", new Finding(Ruling.Inconclusive, $"seen on {dataset}", 0.001, null))
        {
            Pairs = pairs,
        };
}
