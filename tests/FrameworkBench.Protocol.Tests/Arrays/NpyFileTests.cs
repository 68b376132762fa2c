using System.Text;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.Tests.Arrays;

public sealed class NpyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("npy").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds => ["single", "double", "int"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_written_is_read_again(string kind)
    {
        Array values = kind switch
        {
            "single" => new[] { 1.5f, -2f, float.NaN, 4f, float.MaxValue, 1e-30f },
            "double" => new[] { 1.5, -2, double.NaN, Math.PI, double.MaxValue, 1e-300 },
            _ => new[] { 1, -2, int.MaxValue, int.MinValue, 0, 7 },
        };
        NpyFile.Write(In("a.npy"), NpyArray.Matrix(2, 3, values));

        NpyArray read = NpyFile.Read(In("a.npy"));

        Assert.Equal([2, 3], read.Shape);
        Assert.Equal(values, read.Values);
    }

    [Fact]
    public void The_values_start_at_a_multiple_of_64_bytes_as_NumPy_wants()
    {
        NpyFile.Write(In("a.npy"), NpyArray.Vector(new[] { 1, 2, 3 }));

        byte[] file = File.ReadAllBytes(In("a.npy"));

        Assert.Equal(0, (file.Length - 12) % 64);
        Assert.Contains("'shape': (3,)", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        Assert.Equal((byte)'\n', file[^13]);
    }

    [Fact]
    public void Int64_as_Python_writes_it_becomes_int32()
    {
        string header = "{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }".PadRight(117) + "\n";
        byte[] file =
        [
            0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header),
            .. BitConverter.GetBytes(5L), .. BitConverter.GetBytes(-6L),
        ];
        File.WriteAllBytes(In("long.npy"), file);

        Assert.Equal(new[] { 5, -6 }, NpyFile.Read(In("long.npy")).ToIntegers());
    }

    [Theory]
    [InlineData("not numpy at all", "not an .npy file (it does not start with \\x93NUMPY).")]
    [InlineData("", "not an .npy file (it does not start with \\x93NUMPY).")]
    public void A_file_of_another_kind_is_reported(string content, string message)
    {
        File.WriteAllText(In("x.npy"), content);

        var error = Assert.Throws<InvalidDataException>(() => NpyFile.Read(In("x.npy")));

        Assert.Equal($"{In("x.npy")}: {message}", error.Message);
    }

    [Theory]
    [InlineData("<f4", "99999999999, 2", "the extent '99999999999' is not a number up to 2147483647.")]
    [InlineData("<f4", "2147483647, 2147483647, 2147483647", "of f4 needs 3.9614081")]
    [InlineData("<i8", "1,", "the value 72057594037927935 does not fit into 32 bits.")]
    public void A_shape_or_value_out_of_range_is_reported(string kind, string shape, string message)
    {
        string header = $"{{'descr': '{kind}', 'fortran_order': False, 'shape': ({shape}), }}".PadRight(117) + "\n";
        byte[] file =
        [
            0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header),
            .. BitConverter.GetBytes((1L << 56) - 1),
        ];
        File.WriteAllBytes(In("x.npy"), file);

        var error = Assert.Throws<InvalidDataException>(() => NpyFile.Read(In("x.npy")));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, new byte[] { 1, 0 })]
    [InlineData(2, new byte[] { 255, 255, 255, 127 })]
    [InlineData(1, new byte[] { 255, 255 })]
    public void A_short_header_is_reported(byte version, byte[] length)
    {
        byte[] file = [0x93, .. "NUMPY"u8, version, 0, .. length];
        File.WriteAllBytes(In("x.npy"), file);

        var error = Assert.Throws<InvalidDataException>(() => NpyFile.Read(In("x.npy")));

        Assert.Equal($"{In("x.npy")}: the header is cut off.", error.Message);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_reported()
    {
        NpyFile.Write(In("a.npy"), NpyArray.Matrix(2, 2, new[] { 1.0, 2, 3, 4 }));
        byte[] file = File.ReadAllBytes(In("a.npy"));
        File.WriteAllBytes(In("a.npy"), file[..^3]);

        var error = Assert.Throws<InvalidDataException>(() => NpyFile.Read(In("a.npy")));

        Assert.Equal($"{In("a.npy")}: shape (2, 2) of f8 needs 32 bytes of values, found 29.", error.Message);
    }

    [Fact]
    public void A_matrix_must_have_as_many_values_as_its_shape()
    {
        var error = Assert.Throws<ArgumentException>(() => NpyArray.Matrix(2, 3, new double[5]));

        Assert.StartsWith("2 × 3 needs 6 values, found 5.", error.Message, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder, name);
}
