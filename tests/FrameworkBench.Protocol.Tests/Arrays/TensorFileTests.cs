using System.Text;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.Tests.Arrays;

public sealed class TensorFileTests
{
    private static readonly NpyArray[] Arrays =
    [
        NpyArray.Matrix(2, 2, new[] { 1f, -2f, float.NaN, 4f }), NpyArray.Vector(new[] { 1.5, -2 }), NpyArray.Vector(new[] { 7 }),
    ];

    [Fact]
    public void What_is_written_is_read_again()
    {
        (string format, string text, IReadOnlyList<NpyArray> read) = TensorFile.Read(Written());

        Assert.Equal(("test 1", "a „text“"), (format, text));
        Assert.Equal(Arrays.Select(array => array.Values), read.Select(array => array.Values));
        Assert.Equal(Arrays.Select(array => array.Shape), read.Select(array => array.Shape));
    }

    [Fact]
    public void The_header_is_that_of_safetensors()
    {
        byte[] file = Written();
        int length = (int)BitConverter.ToInt64(file);

        Assert.Equal(0, length % 8);
        Assert.Equal(
            """
            {"__metadata__":{"format":"test 1","text":"a „text“"},"0":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},
            """.Trim() + """
            "1":{"dtype":"F64","shape":[2],"data_offsets":[16,32]},"2":{"dtype":"I32","shape":[1],"data_offsets":[32,36]},
            """.Trim() + """
            "checksum":{"dtype":"U8","shape":[32],"data_offsets":[36,68]}}
            """.Trim(),
            Encoding.UTF8.GetString(file, 8, length).TrimEnd());
        Assert.Equal(8 + length + 68, file.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(-1)]
    public void A_changed_byte_is_found(int place)
    {
        byte[] file = Written();
        file[place < 0 ? file.Length + place : place] ^= 1;

        Assert.Throws<InvalidDataException>(() => TensorFile.Read(file));
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        TensorFile.Write(stream, "test 1", "a „text“", Arrays);
        return stream.ToArray();
    }
}
