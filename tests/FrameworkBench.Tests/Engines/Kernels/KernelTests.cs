using FrameworkBench.Engines.Kernels;

namespace FrameworkBench.Tests.Engines.Kernels;

public sealed class KernelTests
{
    [Theory]
    [InlineData("flags\t\t: fpu sse sse2 avx fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl", VectorInstructions.Avx512)]
    [InlineData("flags\t\t: fpu sse sse2 avx fma avx2 avx512f avx512dq avx512cd", VectorInstructions.Avx2)]
    [InlineData("flags : sse2 avx avx2", VectorInstructions.Avx)]
    [InlineData("flags : sse2 avx_vnni", VectorInstructions.Sse)]
    [InlineData("Features : fp asimd sve", null)]
    public void The_processors_flags_say_its_widest_vectors(string flags, VectorInstructions? expected) =>
        Assert.Equal(expected, ProcessorInstructions.OfFlags(flags));

    [Theory]
    [InlineData("blas", "OpenBLAS 0.3.21 pthreads Haswell", "OpenBLAS runs its Haswell kernels (AVX2)")]
    [InlineData("blas", "OpenBLAS 0.3.21 pthreads SkylakeX, OpenBLAS 0.3.23 pthreads Prescott", "OpenBLAS runs its Prescott kernels (SSE)")]
    [InlineData("torch_blas", "generic: OpenBLAS 0.3.21 pthreads Cooperlake", "OpenBLAS runs its Cooperlake kernels (AVX-512)")]
    [InlineData("matrix products", "own kernels, 256-bit vectors", "its own kernels run with AVX2")]
    public void What_an_engine_says_of_its_library_names_its_kernels(string key, string text, string expected) =>
        Assert.Equal(expected, ProductKernels.Of(Environment((key, text)))?.Sentence);

    [Theory]
    [InlineData("blas", "reference BLAS 3.11.0")]
    [InlineData("blas", "MKL 2024.2 intel")]
    [InlineData("blas", "openblas 0.3.21")]
    [InlineData("numpy", "1.24.2")]
    public void A_library_that_names_no_kernels_leaves_them_open(string key, string text) =>
        Assert.Null(ProductKernels.Of(Environment((key, text))));

    [Fact]
    public void A_frameworks_own_library_counts_and_not_that_of_numpy_beside_it() =>
        Assert.Null(ProductKernels.Of(Environment(("blas", "OpenBLAS 0.3.21 pthreads Haswell"), ("torch_blas", "mkl"))));

    private static Dictionary<string, string> Environment(params (string Key, string Text)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Text, StringComparer.Ordinal);
}
