using System.Security.Cryptography;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Keeping;
using FrameworkBench.Keeping.Onnx;

namespace FrameworkBench.Tests.Keeping;

/// <summary>The file of a kept model: the same bytes for the same fit, and no harm by any other bytes.</summary>
public sealed class KeptModelFileTests : IDisposable
{
    private const int Checksum = SHA256.HashSizeInBytes;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Models => ["linear", "boosted", "realmlp"];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_seed_gives_the_same_bytes_and_another_one_does_not(string model)
    {
        UnderstoodTable table = SmallTable.Write(folder, classes: true).Table;

        byte[] first = BytesOf(KeptFits.Keep(table, model).Model), second = BytesOf(KeptFits.Keep(table, model).Model);

        Assert.Equal(first, second);
        Assert.NotEqual(first, BytesOf(KeptFits.Keep(table, model, seed: 4).Model));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_is_read_predicts_and_is_written_as_what_was_kept(string model)
    {
        UnderstoodTable table = SmallTable.Write(folder).Table;
        KeptModel kept = KeptFits.Keep(table, model).Model;

        KeptModel read = KeptModelFile.Read("model.fb", BytesOf(kept));

        Assert.Equal(kept.Predict(table.Dataset.Features), read.Predict(table.Dataset.Features));
        Assert.Equal(BytesOf(kept), BytesOf(read));
        Assert.Equal(kept.Origin, read.Origin);
    }

    [Fact]
    public void An_altered_file_is_refused()
    {
        byte[] whole = BytesOf(KeptFits.Keep(SmallTable.Write(folder).Table, "linear").Model);
        var random = new Random(1);
        for (int attempt = 0; attempt < 2_000; attempt++)
        {
            byte[] altered = Altered(whole, random);
            if (!altered.AsSpan().SequenceEqual(whole))
                Assert.Throws<KeptModelException>(() => KeptModelFile.Read("model.fb", altered));
        }
    }

    // Whoever alters a file on purpose gives it a right checksum.
    [Theory]
    [MemberData(nameof(Models))]
    public void An_altered_file_with_a_right_checksum_is_refused_or_predicts(string model)
    {
        UnderstoodTable table = SmallTable.Write(folder).Table;
        byte[] whole = BytesOf(KeptFits.Keep(table, model).Model);
        int header = (int)BitConverter.ToInt64(whole) + sizeof(long), refused = 0;
        FeatureMatrix rows = table.Dataset.Features.Select([0, 1, 2]);
        var random = new Random(2);
        for (int attempt = 0; attempt < 300; attempt++)
        {
            byte[] altered = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
                altered[random.Next(4) == 0 ? random.Next(altered.Length) : random.Next(header)] = (byte)random.Next(32, 127);
            SHA256.HashData(altered.AsSpan()[..^Checksum]).CopyTo(altered.AsSpan()[^Checksum..]);
            try
            {
                KeptModel read = KeptModelFile.Read("model.fb", altered);
                FeatureMatrix cells = Cells(rows, read);
                Assert.Equal(3 * read.Outputs, read.Predict(cells).Length);
                OnnxExport.Of("model.fb", read);
            }
            catch (KeptModelException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 30, 300);
    }

    [Theory]
    [InlineData("", "it is no safetensors file, or only a part of one")]
    [InlineData("a,b,c\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n13,14,15\n16,17,18\n", "it is no safetensors file, or only a part of one")]
    public void Another_file_is_refused_in_plain_words(string text, string expected)
    {
        string path = folder.Write("model.fb", text);

        var wrong = Assert.Throws<KeptModelException>(() => KeptModelFile.Read(path));

        Assert.Equal($"{path}: no model that 'ask --save' has written: {expected}", wrong.Message);
    }

    [Fact]
    public void No_file_is_reported() =>
        Assert.Equal("none.fb: no such file", Assert.Throws<KeptModelException>(() => KeptModelFile.Read("none.fb")).Message);

    private static FeatureMatrix Cells(FeatureMatrix rows, KeptModel model) =>
        new(rows.Rows, model.Categories.Count, [.. Enumerable.Range(0, rows.Rows).SelectMany(
            row => model.Categories.Select((categories, input) => categories > 0 ? row % categories : rows[row, input % rows.Columns]))]);

    private static byte[] Altered(byte[] whole, Random random) => random.Next(3) switch
    {
        0 => whole[..random.Next(whole.Length)],
        1 => [.. whole.AsSpan()[..random.Next(whole.Length)], (byte)random.Next(256), .. whole.AsSpan()[random.Next(whole.Length)..]],
        _ => Changed([.. whole], random),
    };

    private static byte[] Changed(byte[] bytes, Random random)
    {
        for (int change = random.Next(1, 4); change > 0; change--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static byte[] BytesOf(KeptModel model)
    {
        using var stream = new MemoryStream();
        KeptModelFile.Write(stream, model);
        return stream.ToArray();
    }
}
