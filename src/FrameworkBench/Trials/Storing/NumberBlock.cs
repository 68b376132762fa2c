using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FrameworkBench.Trials.Storing;

/// <summary>
/// A matrix of numbers as bytes that compress well and lose nothing: floats of 32 bits where each number is one, else of 64; first the
/// lowest bytes of all numbers, then the next ones. A sequence, whose neighbors are alike, is written as differences of bit patterns.
/// </summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Values">The numbers, row after row.</param>
internal readonly record struct NumberBlock(int Rows, int Columns, double[] Values)
{
    private const int HeadSize = 9;
    private const byte Narrow = 32;
    private const byte Wide = 64;

    /// <summary>A sequence of numbers; null where there is none.</summary>
    public static NumberBlock? Of(IReadOnlyList<double>? sequence) =>
        sequence is null ? null : new NumberBlock(sequence.Count, 1, [.. sequence]);

    /// <summary>The numbers of predictions; null where there are none.</summary>
    public static NumberBlock? Of(Predictions? predictions) =>
        predictions is null ? null : new NumberBlock(predictions.Rows, predictions.Columns, predictions.Values);

    /// <summary>Writes a block, or that there is none.</summary>
    public static void Write(Stream stream, NumberBlock? block, bool isSequence)
    {
        if (block is not { Values: var values } matrix)
        {
            stream.WriteByte(0);
            return;
        }

        bool isNarrow = Array.TrueForAll(values, IsSingle);
        Span<byte> head = stackalloc byte[HeadSize];
        head[0] = isNarrow ? Narrow : Wide;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], matrix.Rows);
        BinaryPrimitives.WriteInt32LittleEndian(head[5..], matrix.Columns);
        stream.Write(head);
        stream.Write(isNarrow
            ? Planes(Array.ConvertAll(values, value => BitConverter.SingleToUInt32Bits((float)value)), isSequence)
            : Planes(Array.ConvertAll(values, BitConverter.DoubleToUInt64Bits), isSequence));
    }

    /// <summary>Reads a block and moves on behind it; null where it says that there is none.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public static NumberBlock? Read(ref ReadOnlySpan<byte> bytes, bool isSequence)
    {
        if (bytes is [0, ..])
        {
            bytes = bytes[1..];
            return null;
        }

        if (bytes.Length < HeadSize || bytes[0] is not (Narrow or Wide))
            throw new InvalidDataException("its numbers are cut off");
        int rows = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]), columns = BinaryPrimitives.ReadInt32LittleEndian(bytes[5..]);
        long count = (long)rows * columns, length = count * bytes[0] / 8;
        if (rows < 0 || columns < 0 || length > bytes.Length - HeadSize)
            throw new InvalidDataException($"its {rows} × {columns} numbers are cut off");
        ReadOnlySpan<byte> planes = bytes.Slice(HeadSize, (int)length);
        double[] values = bytes[0] == Narrow
            ? Array.ConvertAll(Numbers<uint>(planes, isSequence), bits => (double)BitConverter.UInt32BitsToSingle(bits))
            : Array.ConvertAll(Numbers<ulong>(planes, isSequence), BitConverter.UInt64BitsToDouble);
        bytes = bytes[(HeadSize + planes.Length)..];
        return new NumberBlock(rows, columns, values);
    }

    private static bool IsSingle(double value) =>
        BitConverter.DoubleToInt64Bits((float)value) == BitConverter.DoubleToInt64Bits(value);

    private static byte[] Planes<T>(T[] numbers, bool isSequence)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int i = numbers.Length - 1; isSequence && i > 0; i--)
            numbers[i] = unchecked(numbers[i] - numbers[i - 1]);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(numbers.AsSpan());
        byte[] planes = new byte[bytes.Length];
        int width = bytes.Length / Math.Max(1, numbers.Length);
        for (int i = 0; i < bytes.Length; i++)
            planes[(i % width * numbers.Length) + (i / width)] = bytes[i];
        return planes;
    }

    private static T[] Numbers<T>(ReadOnlySpan<byte> planes, bool isSequence)
        where T : unmanaged, IBinaryInteger<T>
    {
        int width = T.Zero.GetByteCount();
        var numbers = new T[planes.Length / width];
        Span<byte> bytes = MemoryMarshal.AsBytes(numbers.AsSpan());
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = planes[(i % width * numbers.Length) + (i / width)];
        for (int i = 1; isSequence && i < numbers.Length; i++)
            numbers[i] = unchecked(numbers[i] + numbers[i - 1]);
        return numbers;
    }
}
