using System.Buffers.Binary;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Reading;

/// <summary>
/// Reads images and their labels from files in the IDX format of MNIST: big-endian, a magic number that tells type and dimensions, the extents,
/// then a byte for each pixel or label.
/// </summary>
internal static class IdxTableReader
{
    private const int ImagesMagic = 0x803;
    private const int LabelsMagic = 0x801;
    private const double Ink = byte.MaxValue;

    /// <param name="parts">Pairs of an images and a labels file, whose rows follow each other.</param>
    /// <param name="classes">The classes; a label is an index among them.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="name">The data set's name.</param>
    /// <param name="checksum">The data set's checksum.</param>
    /// <exception cref="DatasetException">A file is no IDX file, or two of a pair differ in their number of rows.</exception>
    public static Dataset Read(IReadOnlyList<(TableFile Images, TableFile Labels)> parts, IReadOnlyList<string> classes, string target, string name, string checksum)
    {
        var labels = new List<int>();
        var cells = new List<double>();
        ImageShape? shape = null;
        foreach ((TableFile images, TableFile labelFile) in parts)
        {
            int[] extents = Extents(images, ImagesMagic, 3, "images");
            int[] labelExtents = Extents(labelFile, LabelsMagic, 1, "labels");
            if (labelExtents[0] != extents[0])
                throw new DatasetException(labelFile.Path, $"found {labelExtents[0]} labels for the {extents[0]} images of {images.Path}");
            if (shape is not null && (shape.Width != extents[2] || shape.Height != extents[1]))
                throw new DatasetException(images.Path, $"found images of {extents[2]} × {extents[1]} pixels, those before have {shape.Width} × {shape.Height}");
            shape = new ImageShape(extents[2], extents[1], Ink);
            cells.AddRange(Data(images, 3).ToArray().Select(pixel => (double)pixel));
            labels.AddRange(Data(labelFile, 1).ToArray().Select(label => Label(label, classes.Count, labelFile)));
        }

        int pixels = shape?.Pixels ?? 0;
        return new Dataset
        {
            Name = name,
            Task = classes.Count == 2 ? TaskKind.Binary : TaskKind.Multiclass,
            Columns = [.. Enumerable.Range(0, pixels).Select(pixel => DatasetColumn.Numeric($"p{pixel}"))],
            Features = new FeatureMatrix(labels.Count, pixels, [.. cells]),
            TargetName = target,
            ClassNames = classes,
            Labels = [.. labels],
            Image = shape,
            Checksum = checksum,
        };
    }

    private static int[] Extents(TableFile file, int magic, int dimensions, string what)
    {
        ReadOnlySpan<byte> bytes = file.Bytes;
        if (bytes.Length < 4 * (1 + dimensions) || BinaryPrimitives.ReadInt32BigEndian(bytes) != magic)
            throw new DatasetException(file.Path, $"not an IDX file of {what}; expected it to begin with {magic:x8}");
        int[] extents = new int[dimensions];
        long expected = 1;
        for (int i = 0; i < dimensions; i++)
        {
            extents[i] = BinaryPrimitives.ReadInt32BigEndian(bytes[(4 * (1 + i))..]);
            expected *= extents[i];
        }

        long found = Data(file, dimensions).Length;
        if (found != expected)
            throw new DatasetException(file.Path, $"found {found} bytes of {what}, its head announces {expected}; the file is cut off or damaged");
        return extents;
    }

    private static ReadOnlySpan<byte> Data(TableFile file, int dimensions) => file.Bytes.AsSpan(4 * (1 + dimensions));

    private static int Label(byte label, int classes, TableFile file) =>
        label < classes ? label : throw new DatasetException(file.Path, $"label {label} is not one of the {classes} classes");
}
