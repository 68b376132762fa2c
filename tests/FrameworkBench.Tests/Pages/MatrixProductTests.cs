using FrameworkBench.Engines.Kernels;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(80, false)]
    [InlineData(79.9, true)]
    [InlineData(100, false)]
    public void An_engine_below_four_fifths_of_the_fastest_is_hobbled(double gflops, bool hobbled)
    {
        MatrixProduct product = Of(Run(scratch: 100, sklearn: gflops), "sklearn");

        Assert.Equal(hobbled, product.IsHobbled);
        Assert.Equal(gflops / 100, product.Share, 12);
    }

    [Theory]
    [InlineData(
        "OpenBLAS 0.3.21 pthreads Haswell", VectorInstructions.Avx512,
        "OpenBLAS runs its Haswell kernels (AVX2) although this processor has AVX-512", true)]
    [InlineData("OpenBLAS 0.3.21 pthreads Haswell", VectorInstructions.Avx2, "OpenBLAS runs its Haswell kernels (AVX2)", false)]
    [InlineData("OpenBLAS 0.3.21 pthreads SkylakeX", VectorInstructions.Avx512, "OpenBLAS runs its SkylakeX kernels (AVX-512)", false)]
    [InlineData("OpenBLAS 0.3.21 pthreads Haswell", null, "OpenBLAS runs its Haswell kernels (AVX2)", false)]
    [InlineData("MKL 2024.2", VectorInstructions.Avx512, null, false)]
    public void An_engine_on_narrower_vectors_than_the_processor_has_is_hobbled_however_fast_it_is(
        string blas, VectorInstructions? processor, string? kernels, bool hobbled)
    {
        MatrixProduct product = Of(Run(scratch: 100, sklearn: 100, blas, processor), "sklearn");

        Assert.Equal(kernels, product.Kernels);
        Assert.Equal(hobbled, product.IsHobbled);
    }

    [Fact]
    public void The_reference_is_held_to_the_same_rule()
    {
        RunResult run = Run(scratch: 100, sklearn: 160);

        Assert.True(Of(run, "scratch").IsHobbled);
        Assert.False(Of(run, "sklearn").IsHobbled);
    }

    [Fact]
    public void Engines_that_were_not_calibrated_have_none()
    {
        RunResult run = SampleRun.Make();

        Assert.Equal(["scratch", "sklearn"], MatrixProduct.Of(run).Select(product => product.Engine));
        Assert.Empty(MatrixProduct.Of(run with { Calibrations = new Dictionary<string, double?>() }));
    }

    [Fact]
    public void Only_models_that_multiply_matrices_depend_on_the_product()
    {
        var train = new TrainingSpec { Loss = Loss.BinaryCrossEntropy, Optimizer = Optimizer.Adam, LearningRate = 0.001, Epochs = 1 };
        ModelSpec[] multiply = [new NetworkSpec
        {
            Layers = [],
            Train = train,
        }, new LinearSpec(), new PrincipalComponentsSpec { Components = 1 }];
        ModelSpec[] others = [new TreeSpec(), new ForestSpec(), new BoostedTreesSpec(), new PerceptronSpec(), new ConstantSpec()];

        Assert.All(multiply, model => Assert.True(MatrixProduct.IsUsedBy(model), model.Kind));
        Assert.All(others, model => Assert.False(MatrixProduct.IsUsedBy(model), model.Kind));
    }

    [Fact]
    public void A_forced_core_type_is_named_as_the_cause()
    {
        RunResult run = Run(scratch: 189, sklearn: 112, "OpenBLAS 0.3.21 pthreads Haswell", VectorInstructions.Avx512);

        Assert.Contains(
            "> ⚠ **sklearn** multiplies matrices at 112 GFLOP/s, the fastest engine here at 189. OpenBLAS runs its Haswell kernels "
                + "(AVX2) although this processor has AVX-512: "
                + "`OPENBLAS_CORETYPE=Haswell` is set. Its times reflect this build more than the framework.\n",
            Environment(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Kernels_that_the_library_chose_itself_are_reported_from_forced_ones()
    {
        RunResult run = Run(scratch: 189, sklearn: 4, "OpenBLAS 0.3.21 pthreads Prescott", VectorInstructions.Avx512) with
        {
            Variables = [],
        };

        Assert.Contains(
            "OpenBLAS runs its Prescott kernels (SSE) although this processor has AVX-512. OpenBLAS chose them itself. A newer version "
                + "may know this processor; "
                + "`OPENBLAS_CORETYPE=SkylakeX` selects AVX-512 kernels on processors that have them. ",
            Environment(run), StringComparison.Ordinal);
    }

    [Fact]
    public void No_slowing_variable_is_said_so()
    {
        string page = Environment(SampleRun.Make() with { Variables = [] });

        Assert.Contains(
            "## Environment variables\n\nNo variable that slows a framework was set.\n\n## Engines\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_a_report_that_ran_no_engine_says_nothing_of_variables() =>
        Assert.DoesNotContain("## Variables", Environment(SampleRun.Make() with { Variables = null }), StringComparison.Ordinal);

    private static MatrixProduct Of(RunResult run, string engine) => MatrixProduct.Of(run).Single(product => product.Engine == engine);

    private static string Environment(RunResult run) => ResultsWriter.Make(run).Single(file => file.Path == "environment.md").Text;

    private static RunResult Run(
        double scratch, double sklearn, string blas = "reference BLAS 3.11.0", VectorInstructions? processor = VectorInstructions.Avx512)
    {
        RunResult run = SampleRun.Make();
        return run with
        {
            Calibrations = new Dictionary<string, double?>(StringComparer.Ordinal) { ["scratch"] = scratch, ["sklearn"] = sklearn },
            Machine = run.Machine with { Vectors = processor },
            Engines = [.. run.Engines.Select(engine => engine.Name == "sklearn" ? engine with
            {
                Hello = With(engine.Hello!, blas),
            } : engine)],
        };
    }

    private static HelloReply With(HelloReply hello, string blas) => hello with
    {
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["blas"] = blas },
    };
}
