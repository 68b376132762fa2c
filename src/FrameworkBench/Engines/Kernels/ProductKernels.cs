using System.Text.RegularExpressions;

namespace FrameworkBench.Engines.Kernels;

/// <summary>What an engine multiplies matrices with, as far as it says so in <c>hello</c>.</summary>
/// <param name="Sentence">What runs, as a sentence without its full stop: "OpenBLAS runs its Haswell kernels (AVX2)".</param>
/// <param name="Instructions">The vector instructions that it uses.</param>
public sealed partial record ProductKernels(string Sentence, VectorInstructions Instructions)
{
    // The engine's own library, before NumPy's.
    private static readonly string[] Keys = ["torch_blas", "blas"];
    private const string OwnKernels = "matrix products";

    /// <summary>Reads what an engine says of its environment; null when it does not say which kernels it runs.</summary>
    /// <param name="environment">The member <c>environment</c> of its <c>hello</c>.</param>
    public static ProductKernels? Of(IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment.TryGetValue(OwnKernels, out string? own))
            return OfOwn(own);
        string? library = Keys.Select(key => environment.GetValueOrDefault(key)).FirstOrDefault(text => text is not null);
        return library is null ? null : OfOpenBlas(library);
    }

    // Of several libraries in one process the slowest counts: nobody says which of them a framework calls.
    private static ProductKernels? OfOpenBlas(string libraries) => OpenBlas().Matches(libraries)
        .SelectMany(library => library.Value.Split(' '))
        .Select(
            word => OpenBlasKernels.Of(word) is { } uses
            ? new ProductKernels($"OpenBLAS runs its {word} kernels ({uses.Words()})", uses) : null)
        .OfType<ProductKernels>()
        .MinBy(kernels => kernels.Instructions);

    private static ProductKernels? OfOwn(string text)
    {
        VectorInstructions? instructions = VectorBits().Match(text).Groups["bits"].Value switch
        {
            "128" => VectorInstructions.Sse,
            "256" => VectorInstructions.Avx2,
            "512" => VectorInstructions.Avx512,
            _ => null,
        };
        return instructions is { } known ? new ProductKernels($"its own kernels run with {known.Words()}", known) : null;
    }

    [GeneratedRegex("OpenBLAS[^,]*")]
    private static partial Regex OpenBlas();

    [GeneratedRegex("(?<bits>[0-9]+)-bit vectors")]
    private static partial Regex VectorBits();
}
