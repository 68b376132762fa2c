using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>Prints GFLOP/s of matrix products on one thread, and the ratio to PyTorch's in the same run.</summary>
internal static class MatrixProductTable
{
    private static readonly (int Rows, int Inner, int Columns)[] Shapes =
    [
        (512, 512, 512), (256, 256, 256), (1024, 1024, 1024), (200, 64, 128), (200, 128, 64), (200, 64, 10), (32, 64, 128),
        (32, 128, 64), (32, 64, 10), (4, 2, 4),
    ];

    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        Dictionary<string, double>? torch = Python.Figures("matmul.py");
        Console.WriteLine($"{"product",-22} {"type",-7} {"GFLOP/s",8} {"PyTorch",8} {"ratio",6}");
        foreach ((int rows, int inner, int columns) in Shapes)
        {
            Print<float>("A·B", rows, inner, columns, torch);
            Print<double>("A·B", rows, inner, columns, torch);
            Print<float>("Aᵀ·B", rows, inner, columns, torch);
            Print<float>("A·Bᵀ", rows, inner, columns, torch);
        }
    }

    private static void Print<T>(string kind, int rows, int inner, int columns, Dictionary<string, double>? torch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AlignedBuffer<T> a = Filled<T>(rows * inner);
        AlignedBuffer<T> b = Filled<T>(inner * columns);
        var c = new AlignedBuffer<T>(rows * columns);
        double seconds = Stopclock.Best(kind switch
        {
            "A·B" => () => MatrixProduct.Multiply(rows, inner, columns, a.From(0), b.From(0), [], c.From(0)),
            "Aᵀ·B" => () => MatrixProduct.MultiplyTransposedLeft(rows, inner, columns, a.From(0), b.From(0), c.From(0)),
            _ => () => MatrixProduct.MultiplyTransposedRight(rows, inner, columns, a.From(0), b.From(0), c.From(0)),
        });
        double speed = 2.0 * rows * inner * columns / seconds / 1e9;
        string type = typeof(T) == typeof(float) ? "float" : "double";
        string key = $"{kind} {type} {rows}x{inner}x{columns}";
        string compared = torch is not null && torch.TryGetValue(key, out double theirs)
            ? $"{theirs,8:f1} {speed / theirs,6:f2}"
            : $"{"–",8} {"–",6}";
        Console.WriteLine($"{$"{kind} {rows}×{inner}×{columns}",-22} {type,-7} {speed,8:f1} {compared}");
    }

    private static AlignedBuffer<T> Filled<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var buffer = new AlignedBuffer<T>(count);
        var random = new RandomSource(1);
        foreach (ref T value in buffer.Span)
            value = T.CreateTruncating(random.NextGaussian());
        return buffer;
    }
}
