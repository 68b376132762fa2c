using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Trials.Storing;

/// <summary>
/// An outcome as the content of a record: its length before compression, then, compressed by Brotli, the outcome without its arrays as JSON
/// behind the JSON's length, and the arrays as blocks of numbers. Every number comes back to its last bit.
/// </summary>
internal static class OutcomeContent
{
    private const int LengthSize = sizeof(int);

    // Fast, and 2 % larger than at the slowest.
    private const int Quality = 5;
    private const int LeastWindow = 10;
    private const int MostWindow = 22;

    /// <summary>Writes an outcome.</summary>
    public static byte[] Write(Outcome outcome)
    {
        byte[] plain = Plain(outcome);
        byte[] packed = new byte[LengthSize + BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(packed, plain.Length);
        int window = Math.Clamp(BitOperations.Log2((uint)plain.Length) + 1, LeastWindow, MostWindow);
        return BrotliEncoder.TryCompress(plain, packed.AsSpan(LengthSize), out int written, Quality, window)
            ? packed[..(LengthSize + written)] : throw new InvalidOperationException("Brotli wrote more than it may.");
    }

    /// <summary>Reads an outcome.</summary>
    /// <exception cref="InvalidDataException">The bytes are none.</exception>
    public static Outcome Read(ReadOnlySpan<byte> content)
    {
        int length = content.Length < LengthSize ? -1 : BinaryPrimitives.ReadInt32LittleEndian(content);
        if (length is < LengthSize or > RecordHeader.MostBytes)
            throw new InvalidDataException("it is not an outcome");
        byte[] plain = new byte[length];
        return BrotliDecoder.TryDecompress(content[LengthSize..], plain, out int unpacked) && unpacked == length
            ? OfPlain(plain) : throw new InvalidDataException("its content cannot be unpacked");
    }

    private static byte[] Plain(Outcome outcome)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(
            outcome with { Predictions = null, Codes = null, History = new History() }, ProtocolJson.Options);
        using var stream = new MemoryStream();
        Span<byte> length = stackalloc byte[LengthSize];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        stream.Write(length);
        stream.Write(json);
        NumberBlock.Write(stream, NumberBlock.Of(outcome.Predictions), isSequence: false);
        NumberBlock.Write(stream, NumberBlock.Of(outcome.Codes), isSequence: false);
        History history = outcome.History;
        foreach (IReadOnlyList<double>? sequence in
            new[] { history.Loss, history.Accuracy, history.ValidationLoss, history.ValidationAccuracy })
            NumberBlock.Write(stream, NumberBlock.Of(sequence), isSequence: true);
        return stream.ToArray();
    }

    private static Outcome OfPlain(ReadOnlySpan<byte> plain)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(plain);
        ReadOnlySpan<byte> rest = plain[LengthSize..];
        if (length < 0 || length > rest.Length)
            throw new InvalidDataException("it is not an outcome");
        Outcome outcome = LooseRecord.OutcomeOf(rest[..length]);
        rest = rest[length..];
        return outcome with
        {
            Predictions = PredictionsOf(ref rest),
            Codes = PredictionsOf(ref rest),
            History = new History
            {
                Loss = NumberBlock.Read(ref rest, isSequence: true)?.Values,
                Accuracy = NumberBlock.Read(ref rest, isSequence: true)?.Values,
                ValidationLoss = NumberBlock.Read(ref rest, isSequence: true)?.Values,
                ValidationAccuracy = NumberBlock.Read(ref rest, isSequence: true)?.Values,
            },
        };
    }

    private static Predictions? PredictionsOf(ref ReadOnlySpan<byte> rest) =>
        NumberBlock.Read(ref rest, isSequence: false) is { } block ? new Predictions(block.Rows, block.Columns, block.Values) : null;
}
