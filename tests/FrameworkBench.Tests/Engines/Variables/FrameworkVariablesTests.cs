using FrameworkBench.Engines.Kernels;
using FrameworkBench.Engines.Variables;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Engines.Variables;

public sealed class FrameworkVariablesTests
{
    [Fact]
    public void Kernels_below_the_processor_are_announced_with_the_way_to_run_without_them()
    {
        FrameworkVariable variable = Single("OPENBLAS_CORETYPE", "Haswell");

        Assert.Equal([variable], VariableWords.Slowing([variable]));
        Assert.Equal(
            "OPENBLAS_CORETYPE=Haswell is set: OpenBLAS uses its Haswell kernels (AVX2) although this processor has AVX-512. To run "
                + "without it: unset OPENBLAS_CORETYPE",
            VariableWords.Notice(variable, powerShell: false));
        Assert.EndsWith(
            " To run without it: Remove-Item Env:OPENBLAS_CORETYPE", VariableWords.Notice(variable, powerShell: true),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "SkylakeX", VectorInstructions.Avx512, VariableInfluence.Neutral,
        "OpenBLAS uses its SkylakeX kernels (AVX-512), the widest vectors that this processor has")]
    [InlineData(
        "haswell", VectorInstructions.Avx2, VariableInfluence.Neutral,
        "OpenBLAS uses its haswell kernels (AVX2), the widest vectors that this processor has")]
    [InlineData(
        "Sandybridge", VectorInstructions.Avx2, VariableInfluence.Slows,
        "OpenBLAS uses its Sandybridge kernels (AVX) although this processor has AVX2")]
    [InlineData(
        "SkylakeX", VectorInstructions.Avx2, VariableInfluence.Slows,
        "Asks OpenBLAS for its SkylakeX kernels (AVX-512) although this processor has only AVX2")]
    [InlineData("Haswell", null, VariableInfluence.Slows, "OpenBLAS uses its Haswell kernels (AVX2) whatever the processor")]
    [InlineData(
        "Neoverse", VectorInstructions.Avx2, VariableInfluence.Slows,
        "Names no kernels of OpenBLAS for x86 that are known here; OpenBLAS may choose others or slow ones")]
    public void What_a_core_type_does_depends_on_the_processor(
        string value, VectorInstructions? processor, VariableInfluence influence, string effect)
    {
        FrameworkVariable variable = Single("OPENBLAS_CORETYPE", value, processor);

        Assert.Equal(influence, variable.Influence);
        Assert.Equal(effect, variable.Effect);
        Assert.Equal($"OPENBLAS_CORETYPE={value}", variable.Assignment);
    }

    [Theory]
    [InlineData("MKL_ENABLE_INSTRUCTIONS", "AVX2", VariableInfluence.Slows, "MKL uses AVX2 at most although this processor has AVX-512")]
    [InlineData("MKL_ENABLE_INSTRUCTIONS", "AVX512_E1", VariableInfluence.Slows, "Chooses MKL's kernels, which can slow its products")]
    [InlineData(
        "MKL_CBWR", "COMPATIBLE", VariableInfluence.Slows,
        "MKL gives the same bits on every processor, with SSE at most although this processor has AVX-512")]
    [InlineData("DOTNET_EnableAVX512F", "0", VariableInfluence.Slows, ".NET engines do without AVX-512")]
    [InlineData("DOTNET_EnableAVX2", "1", VariableInfluence.Neutral, ".NET engines use AVX2 where the processor has it, as they do anyway")]
    [InlineData(
        "OMP_THREAD_LIMIT", "1", VariableInfluence.Slows, "No engine has more OpenMP threads than this, which can slow fits on all cores")]
    [InlineData(
        "OPENBLAS_L2_SIZE", "32", VariableInfluence.Slows,
        "OpenBLAS cuts its matrices for an L2 cache of this size instead of the processor's, which can slow its products")]
    [InlineData("DOTNET_NOLOGO", "1", VariableInfluence.None, "No effect on the speed of an engine")]
    [InlineData("KMP_SOMETHING_NEW", "7", VariableInfluence.Unknown, "Effect unknown")]
    public void A_known_variable_has_its_effect_and_any_other_of_the_families_an_unknown_one(
        string name, string value, VariableInfluence influence, string effect)
    {
        FrameworkVariable variable = Single(name, value);

        Assert.Equal(influence, variable.Influence);
        Assert.Equal(effect, variable.Effect);
    }

    [Fact]
    public void A_processor_without_wider_vectors_is_not_slowed_by_a_limit_on_them() =>
        Assert.Equal(VariableInfluence.Neutral, Single("MKL_ENABLE_INSTRUCTIONS", "AVX2", VectorInstructions.Avx2).Influence);

    [Theory]
    [InlineData("OPENBLAS_NUM_THREADS", "the threads of the fit")]
    [InlineData("OMP_NUM_THREADS", "the threads of the fit")]
    [InlineData("MKL_NUM_THREADS", "the threads of the fit")]
    [InlineData("OMP_WAIT_POLICY", "passive")]
    [InlineData("DOTNET_gcServer", "0")]
    [InlineData("DOTNET_EnableDiagnostics", "0")]
    public void What_the_harness_sets_itself_does_not_reach_an_engine(string name, string instead)
    {
        FrameworkVariable variable = Single(name, "1");

        Assert.Equal(VariableInfluence.Neutral, variable.Influence);
        Assert.Equal(instead, variable.Instead);
        Assert.Equal($"No effect: the harness sets it to {instead}", variable.Effect);
        Assert.Contains(name, EngineVariables.For(threads: 3));
    }

    [Fact]
    public void Engines_get_the_threads_of_their_fit_and_wait_without_spinning()
    {
        IReadOnlyDictionary<string, string> set = EngineVariables.For(threads: 3);

        Assert.Equal("3", set["OPENBLAS_NUM_THREADS"]);
        Assert.Equal("passive", set["OMP_WAIT_POLICY"]);
    }

    [Fact]
    public void Variables_of_other_families_are_left_out_and_the_rest_are_in_the_order_of_their_names()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/bin",
            ["SECRET_OMP_NUM_THREADS"] = "hidden",
            ["OMPI_MCA_btl"] = "tcp",
            ["MKLROOT"] = "/opt/intel",
            ["DOTNETTOKEN"] = "hidden",
            ["KMP_BLOCKTIME"] = "0",
            ["OMP_SCHEDULE"] = "",
            ["DOTNET_TieredPGO"] = "0",
            ["OPENBLAS_CORETYPE"] = "Haswell",
            ["MKL_CBWR"] = "AUTO",
        };

        Assert.Equal(
            ["DOTNET_TieredPGO", "KMP_BLOCKTIME", "MKL_CBWR", "OPENBLAS_CORETYPE"],
            FrameworkVariables.Of(environment, VectorInstructions.Avx512).Select(variable => variable.Name));
    }

    [Theory]
    [InlineData("DOTNET_ConnectionStrings__Default", "Server=db;Password=secret")]
    [InlineData("DOTNET_DASHBOARD_FRONTEND_BROWSERTOKEN", "abc123")]
    [InlineData("DOTNET_ROOT", "/home/somebody/dotnet")]
    [InlineData("MKL_SOMETHING_NEW", "C:\\Users\\somebody")]
    [InlineData("OMP_PLACES", "/home/somebody/places")]
    public void A_value_that_could_be_a_path_or_a_secret_is_not_kept(string name, string value)
    {
        FrameworkVariable variable = Single(name, value);

        Assert.Null(variable.Value);
        Assert.Equal(name, variable.Assignment);
        Assert.DoesNotContain(value, variable.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_shown_even_where_the_effect_is_unknown() =>
        Assert.Equal("MKL_SOMETHING_NEW=12", Single("MKL_SOMETHING_NEW", "12").Assignment);

    private static FrameworkVariable Single(string name, string value, VectorInstructions? processor = VectorInstructions.Avx512) =>
        Assert.Single(FrameworkVariables.Of(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, processor));
}
