using System.Numerics;

namespace FrameworkBench.Scratch.Tests.Numerics;

/// <summary>Matrix products as the definition says, summed in double: what the fast kernels are checked against.</summary>
internal static class PlainProduct
{
    public static T[] Multiply<T>(int rows, int inner, int columns, T[] a, T[] b, T[] bias)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] left = Array.ConvertAll(a, double.CreateTruncating);
        double[] right = Array.ConvertAll(b, double.CreateTruncating);
        var c = new T[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = bias.Length == 0 ? 0 : double.CreateTruncating(bias[j]);
                for (int k = 0; k < inner; k++)
                    sum += left[(i * inner) + k] * right[(k * columns) + j];
                c[(i * columns) + j] = T.CreateTruncating(sum);
            }
        }

        return c;
    }

    public static T[] Transpose<T>(T[] a, int rows, int columns)
    {
        var transposed = new T[a.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                transposed[(j * rows) + i] = a[(i * columns) + j];
        }

        return transposed;
    }
}
