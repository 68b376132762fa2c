using System.Numerics;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Numerics.Products;
using FsCheck;
using FsCheck.Fluent;

namespace FrameworkBench.Scratch.Tests.Numerics;

public unsafe class MatrixProductTests
{
    private static readonly int[] Edges = [1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 24, 31, 32, 33, 47, 48, 64, 65];

    [Fact]
    public void Float_products_agree_with_the_plain_loops_over_all_edge_shapes() => AgreeOverEdges<float>(2e-6);

    [Fact]
    public void Double_products_agree_with_the_plain_loops_over_all_edge_shapes() => AgreeOverEdges<double>(4e-15);

    [Fact]
    public void Products_of_any_shape_agree_with_the_plain_loops()
    {
        Gen<(int, int, int)> shapes =
            from rows in Gen.Choose(1, 300)
            from inner in Gen.Choose(1, 150)
            from columns in Gen.Choose(1, 200)
            select (rows, inner, columns);
        Prop.ForAll(shapes.ToArbitrary(), shape => Agree<float>(shape.Item1, shape.Item2, shape.Item3, 2e-6))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Theory]
    [InlineData(130, 300, 530)]
    [InlineData(121, 257, 513)]
    [InlineData(25, 600, 1025)]
    [InlineData(3, 700, 700)]
    public void Products_larger_than_a_block_agree_with_the_plain_loops(int rows, int inner, int columns)
    {
        Agree<float>(rows, inner, columns, 2e-6);
        Agree<double>(rows, inner, columns, 4e-15);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 9, 7)]
    [InlineData(13, 17, 33)]
    [InlineData(61, 260, 530)]
    public void Every_width_of_vector_that_the_machine_has_gives_the_same_product(int rows, int inner, int columns)
    {
        Width<float, Vector512<float>, Lanes512<float>>(rows, inner, columns, 2e-6);
        Width<float, Vector128<float>, Lanes128<float>>(rows, inner, columns, 2e-6);
        Width<double, Vector512<double>, Lanes512<double>>(rows, inner, columns, 4e-15);
        Width<double, Vector128<double>, Lanes128<double>>(rows, inner, columns, 4e-15);
        if (!Vector256.IsHardwareAccelerated)
            return;
        Width<float, Vector256<float>, Lanes256<float>>(rows, inner, columns, 2e-6);
        Width<double, Vector256<double>, Lanes256<double>>(rows, inner, columns, 4e-15);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 9, 7)]
    [InlineData(12, 17, 16)]
    [InlineData(13, 17, 33)]
    [InlineData(61, 260, 530)]
    [InlineData(130, 700, 520)]
    [InlineData(400, 9, 129)]
    public void A_function_of_finished_sums_meets_every_element_once_on_every_width_of_vector(int rows, int inner, int columns)
    {
        Finished<Vector512<double>, Lanes512<double>>(rows, inner, columns);
        Finished<Vector128<double>, Lanes128<double>>(rows, inner, columns);
        if (Vector256.IsHardwareAccelerated)
            Finished<Vector256<double>, Lanes256<double>>(rows, inner, columns);
    }

    [Fact]
    public void A_product_of_no_terms_is_the_bias()
    {
        double[] result = new double[4];
        MatrixProduct.Multiply<double>(2, 0, 2, [], [], [3, 4], result);
        Assert.Equal([3, 4, 3, 4], result);
    }

    [Fact]
    public void Operands_that_are_too_short_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => MatrixProduct.Multiply<float>(2, 3, 4, new float[6], new float[11], [], new float[8]));
        Assert.Equal("A product of 2 × 3 and 3 × 4 does not fit operands of 6, 11 and 8 elements.", error.Message);
    }

    private static void AgreeOverEdges<T>(double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int rows in Edges)
        {
            foreach (int inner in (int[])[1, 2, 5, 16, 31])
            {
                foreach (int columns in Edges)
                    Agree<T>(rows, inner, columns, tolerance);
            }
        }
    }

    // Exactly long operands: the kernels must neither read nor write past them.
    private static bool Agree<T>(int rows, int inner, int columns, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] a = Random<T>(rows * inner, 1);
        T[] b = Random<T>(inner * columns, 2);
        T[] bias = Random<T>(columns, 3);
        T[] c = Guarded<T>(rows * columns);

        MatrixProduct.Multiply<T>(rows, inner, columns, a, b, bias, c.AsSpan(0, rows * columns));
        AssertClose(PlainProduct.Multiply(rows, inner, columns, a, b, bias), c, tolerance, "A·B + bias", rows, inner, columns);

        T[] at = PlainProduct.Transpose(a, rows, inner);
        MatrixProduct.MultiplyTransposedLeft<T>(rows, inner, columns, at, b, c.AsSpan(0, rows * columns));
        T[] expected = PlainProduct.Multiply(rows, inner, columns, a, b, []);
        AssertClose(expected, c, tolerance, "Aᵀ·B", rows, inner, columns);

        T[] bt = PlainProduct.Transpose(b, inner, columns);
        MatrixProduct.MultiplyTransposedRight<T>(rows, inner, columns, a, bt, c.AsSpan(0, rows * columns));
        AssertClose(expected, c, tolerance, "A·Bᵀ", rows, inner, columns);
        return true;
    }

    private static void Width<T, TVector, TLanes>(int rows, int inner, int columns, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged
        where TLanes : struct, ILanes<T, TVector>
    {
        T[] a = Random<T>(rows * inner, 1);
        T[] b = Random<T>(inner * columns, 2);
        T[] bias = Random<T>(columns, 3);
        T[] c = Guarded<T>(rows * columns);
        fixed (T* left = a, right = b, start = bias, result = c)
        {
            BlockedProduct<T, TVector, TLanes>.Multiply(
                rows, inner, columns, left, inner, 1, right, columns, b.Length, start, result, default(NoEpilogue<T>));
        }

        AssertClose(
            PlainProduct.Multiply(rows, inner, columns, a, b, bias), c, tolerance, typeof(TLanes).Name, rows, inner, columns);
    }

    // y = 2·z + 1 would show an element that it met twice, and z one that it wrote.
    private static void Finished<TVector, TLanes>(int rows, int inner, int columns)
        where TVector : unmanaged
        where TLanes : struct, ILanes<double, TVector>
    {
        double[] a = Random<double>(rows * inner, 1);
        double[] b = Random<double>(inner * columns, 2);
        double[] bias = Random<double>(columns, 3);
        double[] z = Guarded<double>(rows * columns);
        double[] y = Guarded<double>(rows * columns);
        fixed (double* left = a, right = b, start = bias, sums = z, result = y)
        {
            BlockedProduct<double, TVector, TLanes>.Multiply(
                rows, inner, columns, left, inner, 1, right, columns, b.Length, start, sums,
                new BlockEpilogue<double, TwiceAndOne>(default, sums, result));
            double[] plain = PlainProduct.Multiply(rows, inner, columns, a, b, bias);
            AssertClose(plain, z, 4e-15, typeof(TLanes).Name, rows, inner, columns);
            AssertClose(Array.ConvertAll(plain, value => (2 * value) + 1), y, 1e-14, typeof(TLanes).Name, rows, inner, columns);

            BlockedProduct<double, TVector, TLanes>.Multiply(
                rows, inner, columns, left, inner, 1, right, columns, b.Length, start, sums,
                new BlockEpilogue<double, TwiceAndOne>(default, sums, sums));
            Assert.Equal(y, z);

            BlockedProduct<double, TVector, TLanes>.Multiply(
                rows, inner, columns, left, inner, 1, right, columns, b.Length, start, sums,
                new RegisterEpilogue<double, TwiceAndOne>(default));
            Assert.Equal(y, z);
        }
    }

    private readonly struct TwiceAndOne : IElementwise<double>
    {
        public Vector512<double> Apply(Vector512<double> x) => (x * 2) + Vector512<double>.One;
    }

    private static T[] Random<T>(int count, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.NextGaussian()))];
    }

    private static T[] Guarded<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Repeat(T.NaN, count), .. Enumerable.Repeat(T.CreateTruncating(7), 64)];

    private static void AssertClose<T>(
        T[] expected, T[] actual, double tolerance, string what, int rows, int inner, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double scale = Math.Sqrt(inner + 1);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(double.CreateTruncating(expected[i] - actual[i]));
            if (!(error <= tolerance * scale * 4))
                Assert.Fail($"{what} {rows}×{inner}×{columns}: element {i} is {actual[i]}, not {expected[i]}.");
        }

        for (int i = expected.Length; i < actual.Length; i++)
        {
            if (actual[i] != T.CreateTruncating(7))
                Assert.Fail($"{what} {rows}×{inner}×{columns}: wrote past the end.");
        }
    }
}
