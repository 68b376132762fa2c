using BenchmarkDotNet.Attributes;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>Matrix products of the sizes that small networks make, and a large one.</summary>
[MemoryDiagnoser]
public class MatrixProductBenchmarks
{
    private AlignedBuffer<float> a = new(0);
    private AlignedBuffer<float> b = new(0);
    private AlignedBuffer<float> c = new(0);

    /// <summary>Rows of A.</summary>
    [Params(4, 32, 200, 512)]
    public int Rows { get; set; }

    /// <summary>Columns of A and B.</summary>
    [Params(64, 512)]
    public int Size { get; set; }

    /// <summary>Fills the operands.</summary>
    [GlobalSetup]
    public void Fill()
    {
        a = new AlignedBuffer<float>(Math.Max(Rows, Size) * Size);
        b = new AlignedBuffer<float>(Math.Max(Rows, Size) * Size);
        c = new AlignedBuffer<float>(Math.Max(Rows, Size) * Size);
        a.Span.Fill(0.5f);
        b.Span.Fill(0.25f);
    }

    /// <summary>Forward: rows × size by size × size.</summary>
    [Benchmark]
    public void Forward() => MatrixProduct.Multiply(Rows, Size, Size, a.From(0), b.From(0), [], c.From(0));

    /// <summary>Weight gradient: the left operand transposed.</summary>
    [Benchmark]
    public void WeightGradient() => MatrixProduct.MultiplyTransposedLeft(Size, Rows, Size, a.From(0), b.From(0), c.From(0));

    /// <summary>Input gradient: the right operand transposed.</summary>
    [Benchmark]
    public void InputGradient() => MatrixProduct.MultiplyTransposedRight(Rows, Size, Size, a.From(0), b.From(0), c.From(0));
}
